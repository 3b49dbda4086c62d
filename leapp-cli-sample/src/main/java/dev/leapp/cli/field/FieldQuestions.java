package dev.leapp.cli.field;

import dev.leapp.cli.ask.Asker;
import dev.leapp.cli.run.Context;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.Reference;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for fields on a terminal, again until the answer fits. */
public final class FieldQuestions {

    private static final int MOST = 20;

    private final Context context;
    private final Asker asker;

    /**
     * Asks in one run.
     *
     * @param context the run
     */
    public FieldQuestions(Context context) {
        this.context = context;
        this.asker = context.ask();
    }

    /**
     * Asks for a field.
     *
     * @param field the field
     * @param current what an empty answer keeps; empty if there is nothing to keep
     * @return the answer, empty if there was none and none is needed
     */
    public Optional<Secret> ask(FieldSpec field, String current) {
        if (!field.help().isEmpty()) {
            asker.say("  " + field.help());
        }
        while (true) {
            Secret answer = once(field, current.isEmpty() ? field.defaultValue().orElse("") : current);
            if (answer.isEmpty()) {
                if (!field.required() || !current.isEmpty()) {
                    return Optional.empty();
                }
                asker.say("  it is needed");
                continue;
            }
            Optional<String> problem = FieldValues.problem(field, answer);
            if (problem.isEmpty()) {
                return Optional.of(answer);
            }
            asker.say("  it " + problem.get());
        }
    }

    private Secret once(FieldSpec field, String preset) {
        String question = field.label() + (field.required() ? "" : " (optional)");
        if (field.secret()) {
            Secret secret = asker.secret(field.label() + " (not shown)");
            context.redactor().add(secret);
            return secret;
        }
        if (field.required() && field.reference().isPresent() && preset.isEmpty()) {
            return referred(question, field.reference().get());
        }
        if (!field.choices().isEmpty() && field.required()) {
            return Secret.of(asker.choose(question, field.choices(), choice -> choice));
        }
        return Secret.of(asker.line(question, preset));
    }

    /** Lets choose among what is there, by name; what is new, or there many times over, is typed. */
    private Secret referred(String question, Reference kind) {
        List<String> names = names(kind);
        return names.isEmpty()
                ? Secret.of(asker.line(question, ""))
                : Secret.of(asker.choose(question, names, name -> name));
    }

    private List<String> names(Reference kind) {
        Workspace workspace = context.engine().workspaces().read();
        List<String> names = switch (kind) {
            case SESSION -> workspace.sessions().stream().map(Session::name).toList();
            case INTEGRATION ->
                workspace.integrations().stream().map(Integration::alias).toList();
            case IDP_URL -> List.<String>of();
        };
        boolean distinct = names.size() == Set.copyOf(names).size();
        return distinct && names.size() <= MOST ? names : List.of();
    }
}
