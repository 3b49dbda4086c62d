package dev.leapp.cli.integration;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp integration show}. */
@Command(
        name = "show",
        description = "Show one integration: its settings, its login, and how many sessions come from it.",
        footer = {"", "Examples:", "  leapp integration show corp"})
final class ShowCommand implements Runnable {

    private final Context context;

    @Mixin
    IntegrationArgument which;

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        IntegrationView view = which.find(context, "show");
        context.out().result(IntegrationViews.of(view, context.clock().instant(), page(view)));
    }

    private String page(IntegrationView view) {
        Map<String, String> lines = new LinkedHashMap<>();
        Integration integration = view.integration();
        Optional<IntegrationDescriptor> known = context.engine().plugins().integration(integration.type());
        lines.put("Integration", integration.alias());
        lines.put("Id", integration.id().value());
        lines.put(
                "Type",
                known.map(type -> type.displayName() + " (" + integration.type() + ")")
                        .orElse(integration.type() + " (no plug-in provides it)"));
        integration
                .settings()
                .forEach((name, value) -> lines.put(
                        known.flatMap(type -> type.field(name))
                                .map(FieldSpec::label)
                                .orElse(name),
                        value));
        lines.put(
                "Login",
                LoginStatus.of(view.login(), context.clock().instant())
                        + IntegrationViews.ending(view.login(), context.times()));
        lines.put(
                "Sessions",
                Numbers.say(view.sessions())
                        + (view.orphaned() == 0
                                ? ""
                                : ", " + Numbers.say(view.orphaned()) + " of them gone upstream (orphaned)"));
        return aligned(lines);
    }

    private static String aligned(Map<String, String> lines) {
        int width = lines.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
        return lines.entrySet().stream()
                .map(line ->
                        line.getKey() + ":" + " ".repeat(width - TextWidth.of(line.getKey()) + 2) + line.getValue())
                .collect(Collectors.joining("\n"));
    }
}
