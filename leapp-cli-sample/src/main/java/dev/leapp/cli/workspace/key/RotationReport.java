package dev.leapp.cli.workspace.key;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.KeyRotation;
import dev.leapp.core.workspace.KeySlotView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what a change of the workspace's key has done, and what it can't reach. */
final class RotationReport {

    private final Context context;

    RotationReport(Context context) {
        this.context = context;
    }

    void rotated(KeyRotation done) {
        tell("the workspace has a new key", done.dropped(), done);
    }

    void removed(String id, KeyRotation done) {
        List<KeySlotView> others = new ArrayList<>(done.dropped());
        List<KeySlotView> removed =
                others.stream().filter(slot -> slot.id().startsWith(id)).toList();
        others.removeAll(removed);
        tell("key slot " + names(removed) + " removed, and the workspace has a new key", others, done);
    }

    private void tell(String what, List<KeySlotView> others, KeyRotation done) {
        String dropped = others.isEmpty() ? "" : "\ntaken away, too: " + names(others);
        context.out()
                .result(new Result(what + dropped + "\n" + generations(done))
                        .with(
                                "removed",
                                done.dropped().stream()
                                        .map(RotationReport::values)
                                        .toList())
                        .with("sealedAnew", done.resealed())
                        .with("deleted", done.deleted()));
        context.out().remark("copies of the file made elsewhere stay readable with what opened them");
        DesktopBackup.warn(context);
    }

    private static String generations(KeyRotation done) {
        String sealed = "older generations sealed under it: " + done.resealed();
        return done.deleted() == 0 ? sealed : sealed + "; deleted: " + done.deleted();
    }

    private static Map<String, String> values(KeySlotView slot) {
        return Map.of("id", slot.id(), "kind", slot.kind());
    }

    private static String names(List<KeySlotView> slots) {
        return slots.stream().map(slot -> slot.id() + " (" + slot.kind() + ")").collect(Collectors.joining(", "));
    }
}
