package dev.leapp.core.internal.workspace;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.RecoverySource;
import java.util.Optional;

/** Key rings that open slots with what was given for one occasion. */
final class SlotRings {

    private SlotRings() {}

    /** Returns the ring to wrap a new slot with. */
    static KeyRing forNew(KeyRing ring, NewKeySlot wanted) {
        return wanted.passphrase().map(secret -> withPassphrase(ring, secret)).orElse(ring);
    }

    /** Returns the ring to open a source with, empty for this machine's. */
    static Optional<KeyRing> forSource(KeyRing ring, RecoverySource source) {
        return source.passphrase()
                .map(secret -> withPassphrase(ring, secret))
                .or(() -> machineId(source).map(id -> ring.with(new MachineSlots(() -> id))));
    }

    /** Returns the machine id that a source is to be opened with. */
    static Optional<MachineId> machineId(RecoverySource source) {
        return source.machineId().map(MachineId::of);
    }

    private static KeyRing withPassphrase(KeyRing ring, Secret secret) {
        return ring.with(new PassphraseSlots(slot -> Secret.of(secret.reveal()), Argon2Cost.DEFAULT));
    }
}
