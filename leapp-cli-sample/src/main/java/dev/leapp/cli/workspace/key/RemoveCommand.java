package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp workspace key remove}. */
@Command(
        name = "remove",
        description = {
            "Take a key slot away, so that what opened it opens nothing any more.",
            "The workspace gets a new key, and older generations are sealed under it.",
            "Generations that don't open here, and files that recoveries have put aside,",
            "are deleted. Copies that were made elsewhere stay readable."
        },
        footer = {"", "Examples:", "  leapp workspace key remove 1a2b3c4d", "  leapp workspace key remove 1a2b --force"
        })
final class RemoveCommand implements Runnable {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The slot's id, or a unique beginning of it, as 'leapp workspace key list' shows it.")
    @Nullable
    String id;

    @Option(names = "--drop-others", description = "Also take away slots that don't open here.")
    boolean dropOthers;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask.")
    boolean force;

    RemoveCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Map<String, String> kinds = context.engine().workspaceFile().keySlotKinds();
        String wanted = wanted(kinds);
        List<String> fitting =
                kinds.keySet().stream().filter(each -> each.startsWith(wanted)).toList();
        if (fitting.size() == 1) {
            confirm(fitting.get(0), kinds);
        }
        RotationReport report = new RotationReport(context);
        report.removed(wanted, context.engine().workspaceFile().removeKeySlot(wanted, dropOthers));
    }

    private String wanted(Map<String, String> kinds) {
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        if (!context.ask().interactive() || kinds.isEmpty()) {
            throw Usage.error("Missing ID", "'leapp workspace key list' shows the key slots");
        }
        return context.ask().choose("Key slot", List.copyOf(kinds.keySet()), each -> each + "  " + kinds.get(each));
    }

    private void confirm(String gone, Map<String, String> kinds) {
        String others = kinds.entrySet().stream()
                .filter(slot -> !slot.getKey().equals(gone))
                .map(slot -> slot.getValue() + " " + slot.getKey())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            new Confirmation(context, force)
                    .requireYes(
                            "Remove key slot " + gone + " (" + kinds.get(gone) + ")? What is left: " + others,
                            "Removing a key slot deletes generations that don't open here");
        }
    }
}
