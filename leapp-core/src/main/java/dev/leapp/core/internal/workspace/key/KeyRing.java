package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Opens key slots, and remembers what it opened until it is closed, so that a passphrase is asked once. Thread-safe: of several
 * threads that need the same key, one asks and the others wait.
 */
public final class KeyRing implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KeyRing.class.getName());
    private static final int SALT_BYTES = 16;

    private final List<SlotKind> kinds;
    private final AesGcm cipher;
    private final Clock clock;
    private final Map<KeySlot, WorkspaceKey> open = new LinkedHashMap<>();
    private final Map<String, byte[]> wrappingKeys = new LinkedHashMap<>();

    /** Creates a ring that opens slots of these kinds, and tries them in this order. */
    public KeyRing(List<SlotKind> kinds, AesGcm cipher, Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Returns a ring like this one that has opened nothing and has another slot kind in the place of the one of the same name. */
    public KeyRing with(SlotKind other) {
        List<SlotKind> next = new ArrayList<>(kinds);
        next.replaceAll(kind -> kind.kind().equals(other.kind()) ? other : kind);
        return new KeyRing(next, cipher, clock);
    }

    /** Returns a ring like this one that has opened nothing. */
    public KeyRing copy() {
        return new KeyRing(kinds, cipher, clock);
    }

    /** Takes over a slot that another ring has wrapped, and its key. */
    public synchronized void adopt(KeySlot slot, WorkspaceKey key) {
        remember(slot, key);
    }

    /** Returns a new random key, to be wrapped by this ring, which wipes it then. */
    public WorkspaceKey newKey() {
        return new WorkspaceKey(cipher.newKey());
    }

    /** Returns the key that one of the slots holds, if it was opened before, or opens without asking anybody. */
    public synchronized Optional<WorkspaceKey> known(List<KeySlot> slots) {
        Optional<WorkspaceKey> opened = opened(slots);
        List<SlotKind> silent = kinds.stream().filter(kind -> !kind.asks()).toList();
        return opened.isPresent() ? opened : tried(slots, silent, new Attempt());
    }

    /** Returns the key that the slots hold; may ask the user. */
    public synchronized WorkspaceKey unlock(List<KeySlot> slots) throws NoSlotOpensException {
        Attempt attempt = new Attempt();
        return opened(slots).or(() -> tried(slots, kinds, attempt)).orElseThrow(() -> attempt.failure(slots));
    }

    private Optional<WorkspaceKey> opened(List<KeySlot> slots) {
        return slots.stream()
                .filter(open::containsKey)
                .map(slot -> Objects.requireNonNull(open.get(slot)))
                .findFirst();
    }

    private Optional<WorkspaceKey> tried(List<KeySlot> slots, List<SlotKind> kindsInOrder, Attempt attempt) {
        for (SlotKind kind : kindsInOrder) {
            for (KeySlot slot : slots) {
                if (slot.kind().equals(kind.kind()) && attempt.opens(kind, slot)) {
                    return opened(List.of(slot));
                }
            }
        }
        return Optional.empty();
    }

    /** Says why a slot does not open here; empty if it does. May ask the user. */
    public synchronized Optional<String> troubleWith(KeySlot slot) {
        try {
            unlock(List.of(slot));
            return Optional.empty();
        } catch (NoSlotOpensException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #troubleWith}, but asks nobody to type anything: of a slot that needs it, that is its trouble. */
    public synchronized Optional<String> troubleUntyped(KeySlot slot) {
        boolean prompts = kind(slot.kind()).map(SlotKind::prompts).orElse(false);
        return prompts && !open.containsKey(slot) ? Optional.of("only with its passphrase") : troubleWith(slot);
    }

    /** Returns a new slot that holds the key; may ask the user and write into the keychain. */
    public synchronized KeySlot wrap(String kindName, WorkspaceKey key) {
        SlotKind kind = kind(kindName).orElseThrow(() -> new IllegalArgumentException("no slot kind " + kindName));
        Map<String, String> facts = new TreeMap<>(kind.newFacts());
        facts.put(
                KeySlot.ADDED,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        KeySlot empty = KeySlot.of(kindName, cipher.randomBytes(SALT_BYTES), new byte[0], facts);
        kind.prepare(empty);
        return remember(wrapped(kind, empty, key), key);
    }

    /**
     * Returns a slot that holds another key and is opened by the same thing; may ask the user.
     *
     * @throws LeappException if what opens the slot can't be had here
     */
    public synchronized KeySlot rewrap(KeySlot slot, WorkspaceKey next) throws NoSlotOpensException {
        SlotKind kind = kind(slot.kind()).orElseThrow(() -> new Attempt().failure(List.of(slot)));
        unlock(List.of(slot));
        return remember(wrapped(kind, slot, next), next);
    }

    /** Removes what a slot that is gone has left elsewhere; if that can't be reached it stays, and opens nothing any more. */
    public synchronized void forget(KeySlot slot) {
        try {
            kind(slot.kind()).ifPresent(kind -> kind.forget(slot));
        } catch (LeappException e) {
            LOG.log(Level.WARNING, "What key slot {0} has left can''t be removed: {1}", slot.id(), e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(WorkspaceKey::close);
        open.clear();
        wrappingKeys.values().forEach(Bytes::wipe);
        wrappingKeys.clear();
    }

    private KeySlot remember(KeySlot slot, WorkspaceKey key) {
        open.put(slot, key);
        return slot;
    }

    private Optional<SlotKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst();
    }

    private KeySlot wrapped(SlotKind kind, KeySlot slot, WorkspaceKey key) {
        return slot.with(cipher.seal(wrappingKey(kind, slot), key.bytes(), binding(kind, slot)));
    }

    /** Asks once for what wraps in a slot. */
    private byte[] wrappingKey(SlotKind kind, KeySlot slot) {
        return wrappingKeys.computeIfAbsent(slot.id(), id -> kind.wrappingKey(slot));
    }

    private void forgetWrappingKey(KeySlot slot) {
        byte[] wrong = wrappingKeys.remove(slot.id());
        if (wrong != null) {
            Bytes.wipe(wrong);
        }
    }

    /** What the wrapped key is bound to: its purpose, and those facts that decide how it is derived. */
    private static byte[] binding(SlotKind kind, KeySlot slot) {
        StringBuilder bound = new StringBuilder("leapp workspace key slot ").append(kind.kind());
        new TreeSet<>(kind.boundFacts())
                .forEach(name -> bound.append(' ')
                        .append(name)
                        .append('=')
                        .append(slot.fact(name).orElse("")));
        return bound.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One search for a slot that opens, and why none did. */
    private final class Attempt {

        private final List<String> reasons = new ArrayList<>();
        private final List<LeappException> troubles = new ArrayList<>();
        private @Nullable Throwable cause;

        boolean opens(SlotKind kind, KeySlot slot) {
            try {
                byte[] wrapping = wrappingKey(kind, slot);
                remember(slot, new WorkspaceKey(AesGcm.open(wrapping, slot.wrapped(), binding(kind, slot))));
                return true;
            } catch (AuthenticationFailedException e) {
                forgetWrappingKey(slot);
                reasons.add(kind.mismatch());
                cause = e;
            } catch (LeappException e) {
                if (e.code().trouble() == Trouble.CANCELLED) {
                    throw e;
                }
                reasons.add(String.valueOf(e.getMessage()));
                troubles.add(e);
                cause = e;
            }
            return false;
        }

        NoSlotOpensException failure(List<KeySlot> slots) {
            if (slots.isEmpty()) {
                return new NoSlotOpensException("it has no key slot", troubles, slots, null);
            }
            for (KeySlot slot : slots) {
                if (kind(slot.kind()).isEmpty()) {
                    reasons.add("key slot " + slot.id() + " is of a kind that is not known here: " + slot.kind());
                }
            }
            return new NoSlotOpensException(
                    String.join("; ", reasons), reasons.size() == 1 ? troubles : List.of(), slots, cause);
        }
    }
}
