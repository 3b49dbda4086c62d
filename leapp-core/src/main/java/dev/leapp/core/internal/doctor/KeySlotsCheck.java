package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Which key slots open the workspace here?
 *
 * @param passphraseGiven whether a passphrase is there without asking
 */
record KeySlotsCheck(WorkspaceFile file, boolean passphraseGiven) implements Check {

    static final String TOPIC = "key slots";

    static final String PASSPHRASE = "passphrase";

    private static final String MACHINE = "machine";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<KeySlotView> slots = slots();
        boolean otherOpens = slots.stream().anyMatch(KeySlotsCheck::opens);
        List<Finding> found = new ArrayList<>();
        slots.forEach(slot -> found.add(finding(slot, otherOpens).about(slot.id())));
        if (onlyMachine(slots)) {
            found.add(Finding.note(TOPIC, "nothing but this machine's id opens the workspace, and ids change")
                    .withHint("leapp workspace key add passphrase lets a passphrase open it, too"));
        }
        return found;
    }

    /** A file whose slots can't be read is a matter of the file. */
    private List<KeySlotView> slots() {
        try {
            return file.keySlots();
        } catch (LeappException e) {
            return List.of();
        }
    }

    private Finding finding(KeySlotView slot, boolean anotherOpens) {
        String name = slot.kind().equals(MACHINE) && slot.id().equals("-") ? "this machine's id" : slot.toString();
        if (opens(slot)) {
            return Finding.ok(TOPIC, name + " opens it here");
        }
        if (slot.kind().equals(PASSPHRASE) && !passphraseGiven) {
            return Finding.note(TOPIC, name + " was not tried: LEAPP_WORKSPACE_PASSPHRASE is not set");
        }
        String what = name + " does not open it here: " + slot.problem().orElse("");
        return anotherOpens
                ? Finding.warning(TOPIC, what).withHint(replace(slot))
                : Finding.problem(TOPIC, what).withHint(otherWay(slot));
    }

    private static String replace(KeySlotView slot) {
        return "if that stays so: leapp workspace key remove " + slot.id() + ", then leapp workspace key add "
                + slot.kind();
    }

    private static String otherWay(KeySlotView slot) {
        return switch (slot.kind()) {
            case MACHINE -> "with the former id: leapp workspace recover --machine-id ID";
            case PASSPHRASE -> "with the right one: leapp workspace recover --passphrase";
            default -> "leapp workspace recover shows the other ways";
        };
    }

    private boolean onlyMachine(List<KeySlotView> slots) {
        return !slots.isEmpty()
                && slots.stream().allMatch(slot -> slot.kind().equals(MACHINE) && opens(slot))
                && file.format().equals(WorkspaceFile.SEALED);
    }

    private static boolean opens(KeySlotView slot) {
        return slot.problem().isEmpty();
    }
}
