package dev.leapp.cli.integration;

import dev.leapp.cli.completion.IntegrationNames;
import dev.leapp.cli.pick.Choice;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.IntegrationView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which integration a command is about: named, the only one, or chosen from a list on a terminal. */
final class IntegrationArgument {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = IntegrationNames.class,
            description =
                    "The integration's name, its id, or a unique beginning of its id; not needed if there is one.")
    @Nullable
    String name;

    @Option(
            names = {"--integration-id", "--integrationId"},
            hidden = true)
    @Nullable
    String id;

    /**
     * Returns the integration.
     *
     * @param context the run
     * @param action what it is for, such as {@code sync}
     */
    IntegrationView find(Context context, String action) {
        if (name != null && id != null) {
            throw Usage.error("Give an integration by its name or by --integrationId, not both", null);
        }
        String reference = id != null ? id : name;
        if (reference != null) {
            return context.engine().integrations().find(reference);
        }
        List<IntegrationView> all = context.engine().integrations().list();
        if (all.isEmpty()) {
            throw new LeappException(
                    CoreErrorCode.INTEGRATION_NOT_FOUND,
                    "There is no integration to " + action,
                    "'leapp integration create' makes one");
        }
        return all.size() == 1 ? all.get(0) : choose(context, action, all);
    }

    /** As {@link #find}, for what can't be undone: where nobody can be asked it must be named, though there is but one. */
    IntegrationView findNamed(Context context, String action) {
        if (name == null && id == null && !context.ask().interactive()) {
            throw unnamed();
        }
        return find(context, action);
    }

    private static IntegrationView choose(Context context, String action, List<IntegrationView> all) {
        if (!context.ask().interactive()) {
            throw unnamed();
        }
        return context.ask()
                .choose(
                        "Integration to " + action,
                        all.stream()
                                .map(view ->
                                        new Choice<>(view, view.integration().alias(), details(context, view)))
                                .toList());
    }

    private static String details(Context context, IntegrationView view) {
        String portal = IntegrationViews.portal(view.integration()).orElse("");
        return view.integration().type()
                + (portal.isEmpty() ? "" : ", " + IntegrationViews.shortened(portal))
                + ", " + LoginStatus.of(view.login(), context.clock().instant());
    }

    private static LeappException unnamed() {
        return Usage.error("Which integration? Give its name or id", "'leapp integration list' shows them");
    }
}
