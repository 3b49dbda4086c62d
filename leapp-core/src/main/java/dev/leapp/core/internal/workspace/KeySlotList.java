package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.workspace.KeySlotView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what opens the workspace file, whatever else is wrong with it. */
record KeySlotList(LocalWorkspaceFile file) {

    /** The desktop app's format has one way in, without an id. */
    private static final String NO_ID = "-";

    /** Returns the kinds of the slots by their ids; tries none. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Optional<byte[]> bytes = file.storage().bytesAsTheyAre();
        if (bytes.isPresent() && isDesktopApps(bytes.get())) {
            kinds.put(NO_ID, MachineSlots.KIND);
        } else if (bytes.isPresent()) {
            header(bytes.get()).slots().forEach(slot -> kinds.put(slot.id(), slot.kind()));
        }
        return Collections.unmodifiableMap(kinds);
    }

    /** Returns the slots, and tries each but those that somebody would have to type something for. */
    List<KeySlotView> tried() {
        Optional<byte[]> bytes = file.storage().bytesAsTheyAre();
        if (bytes.isEmpty()) {
            return List.of();
        }
        return isDesktopApps(bytes.get())
                ? List.of(new KeySlotView(NO_ID, MachineSlots.KIND, null, troubleWith(bytes.get())))
                : header(bytes.get()).slots().stream().map(this::view).toList();
    }

    /** Tries a slot. */
    KeySlotView view(KeySlot slot) {
        return new KeySlotView(
                slot.id(),
                slot.kind(),
                slot.added().orElse(null),
                file.storage().opener().sealed().ring().troubleUntyped(slot).orElse(null));
    }

    private static boolean isDesktopApps(byte[] bytes) {
        return WorkspaceFormat.of(bytes).equals(Optional.of(WorkspaceFormat.LEAPP));
    }

    private @Nullable String troubleWith(byte[] desktopApps) {
        try {
            file.storage().opener().open(desktopApps);
            return null;
        } catch (UnreadableException | LeappException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private SealedHeader header(byte[] bytes) {
        try {
            return SealedHeader.parse(bytes);
        } catch (UnreadableException e) {
            throw file.lock().troubles().unreadable(e);
        }
    }
}
