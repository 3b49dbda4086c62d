package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.NoSlotOpensException;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import dev.leapp.core.workspace.KeyRotation;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.NewKeySlot;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Changes what opens the workspace. The user is asked before the lock is taken. A new key is first given to the older generations
 * and then to the file itself, so that after a crash the file is the old one, and the same command completes the change.
 */
record KeyChanges(LocalWorkspaceFile file) {

    KeySlotView add(NewKeySlot wanted) {
        KeyRing ring = SlotRings.forNew(ring(), wanted);
        WorkspaceKey key = requireSealed().key();
        KeySlot slot = ring.wrap(wanted.kind(), key);
        try {
            file.locked(() -> added(slot, key), () -> {});
        } catch (RuntimeException e) {
            ring.forget(slot);
            throw e;
        }
        ring().adopt(slot, key);
        return new KeySlotList(file).view(slot);
    }

    KeyRotation remove(String id, boolean dropOthers) {
        KeySlot gone = slot(id);
        if (requireSealed().header().slots().size() == 1) {
            throw trouble(
                    CoreErrorCode.KEY_SLOT_NEEDED,
                    "has no other key slot than " + gone.id() + ", so that nothing would open it any more",
                    "add another one first: leapp workspace key add KIND");
        }
        return rotate(slot -> slot.id().equals(gone.id()), dropOthers);
    }

    KeyRotation rotate(boolean dropOthers) {
        return rotate(slot -> false, dropOthers);
    }

    private KeyRotation rotate(Predicate<KeySlot> gone, boolean dropOthers) {
        Resealing resealing = new Resealing(file.storage());
        List<KeySlot> dropped = new ArrayList<>();
        KeyRotation done = file.locked(() -> rotated(resealing, dropped), () -> {
            dropped.clear();
            dropped.addAll(dropped(gone, dropOthers));
            resealing.openAll();
        });
        dropped.forEach(ring()::forget);
        return done;
    }

    /** The slots that will be gone; asks for what opens those that stay. */
    private List<KeySlot> dropped(Predicate<KeySlot> gone, boolean dropOthers) {
        List<KeySlot> slots = requireSealed().header().slots();
        List<KeySlot> closed = slots.stream()
                .filter(gone.negate())
                .filter(slot -> ring().troubleWith(slot).isPresent())
                .toList();
        if (!closed.isEmpty() && !dropOthers) {
            throw trouble(
                    CoreErrorCode.KEY_SLOT_NEEDED,
                    "has key slots that can't be opened here, and would be lost: " + names(closed),
                    "change the key where they open, or let them go with --drop-others");
        }
        List<KeySlot> dropped = new ArrayList<>(slots.stream().filter(gone).toList());
        dropped.addAll(closed);
        if (dropped.size() == slots.size()) {
            throw trouble(CoreErrorCode.KEY_SLOT_NEEDED, "would have no key slot left", "add another one first");
        }
        return dropped;
    }

    private Optional<KeyRotation> rotated(Resealing resealing, List<KeySlot> dropped) {
        Optional<LoadedWorkspace> loaded = file.storage().loadKnown();
        if (loaded.isEmpty() || !(loaded.get().workspace() instanceof SealedWorkspace former)) {
            return Optional.empty();
        }
        WorkspaceKey next = ring().newKey();
        List<KeySlot> slots = new ArrayList<>(former.header().slots());
        slots.removeAll(dropped);
        SealedHeader header = former.header().withSlots(rewrapped(slots, next));
        Resealing.Outcome outcome = resealing.under(header, next, former.key());
        long generation = file.storage().nextGeneration(former);
        byte[] bytes = former.under(header, next)
                .next(former.snapshot(), generation, "change the workspace's key")
                .bytes();
        file.followed(
                former.key().bytes(),
                next.bytes(),
                () -> file.storage().saveAnew(WorkspaceFormat.SEALED, bytes, generation));
        int deleted = resealing.delete(outcome.unopened());
        return Optional.of(
                new KeyRotation(dropped.stream().map(KeyChanges::plainView).toList(), outcome.resealed(), deleted));
    }

    private List<KeySlot> rewrapped(List<KeySlot> slots, WorkspaceKey next) {
        List<KeySlot> rewrapped = new ArrayList<>();
        for (KeySlot slot : slots) {
            try {
                rewrapped.add(ring().rewrap(slot, next));
            } catch (NoSlotOpensException e) {
                throw trouble(
                        CoreErrorCode.KEY_SLOT_NEEDED,
                        "has got a key slot meanwhile that can't be opened here: " + slot.id(),
                        "run the command again");
            }
        }
        return rewrapped;
    }

    private Optional<Boolean> added(KeySlot slot, WorkspaceKey key) {
        Optional<StoredWorkspace> known = file.storage().loadKnown().map(LoadedWorkspace::workspace);
        if (!(known.orElse(null) instanceof SealedWorkspace now) || !sameKey(now.key(), key)) {
            throw file.lock().troubles().changedMeanwhile();
        }
        List<KeySlot> slots = new ArrayList<>(now.header().slots());
        slots.add(slot);
        long generation = file.storage().nextGeneration(now);
        byte[] bytes = now.under(now.header().withSlots(slots), key)
                .next(now.snapshot(), generation, "add key slot " + slot.kind())
                .bytes();
        file.storage().saveAnew(WorkspaceFormat.SEALED, bytes, generation);
        return Optional.of(true);
    }

    private static boolean sameKey(WorkspaceKey one, WorkspaceKey other) {
        return MessageDigest.isEqual(one.bytes(), other.bytes());
    }

    private KeySlot slot(String id) {
        List<KeySlot> found = requireSealed().header().slots().stream()
                .filter(slot -> slot.id().startsWith(id))
                .toList();
        if (found.size() != 1) {
            throw trouble(
                    CoreErrorCode.KEY_SLOT_NOT_FOUND,
                    (found.isEmpty() ? "has no key slot " : "has several key slots ") + id,
                    "'leapp workspace key list' shows them");
        }
        return found.get(0);
    }

    private SealedWorkspace requireSealed() {
        LoadedWorkspace loaded = file.storage().load();
        if (loaded.workspace() instanceof SealedWorkspace sealed) {
            return sealed;
        }
        boolean fresh = loaded.bytes().length == 0;
        throw trouble(
                CoreErrorCode.WORKSPACE_UPGRADE_NEEDED,
                fresh ? "is not there yet" : "is in the Leapp desktop app's format, which only the machine's id opens",
                fresh
                        ? "add a session first"
                        : "bring it into the format of Leapp for the JVM first: leapp workspace upgrade");
    }

    private static KeySlotView plainView(KeySlot slot) {
        return new KeySlotView(slot.id(), slot.kind(), slot.added().orElse(null), null);
    }

    private static String names(List<KeySlot> slots) {
        return String.join(
                ", ", slots.stream().map(slot -> slot.kind() + " " + slot.id()).toList());
    }

    private WorkspaceException trouble(CoreErrorCode code, String what, String hint) {
        return file.lock().troubles().trouble(code, what, hint, null);
    }

    private KeyRing ring() {
        return file.storage().opener().sealed().ring();
    }
}
