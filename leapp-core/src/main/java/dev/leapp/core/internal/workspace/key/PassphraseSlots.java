package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Argon2UnavailableException;
import dev.leapp.core.internal.crypto.Argon2id;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wraps the workspace's key under a passphrase, by Argon2id: for recovery, and for other machines.
 *
 * @param passphrase gives that of a slot, by asking if need be
 * @param costOfNew what the derivation of a new slot costs
 * @param given tells whether the passphrase is there without asking
 */
public record PassphraseSlots(Function<KeySlot, Secret> passphrase, Argon2Cost costOfNew, BooleanSupplier given)
        implements SlotKind {

    public static final String KIND = "passphrase";

    private static final String COST = "argon2id";
    private static final Pattern COST_FORM = Pattern.compile("([0-9]{1,9}),([0-9]{1,9}),([0-9]{1,9})");

    /** Wraps under a passphrase that is there. */
    public PassphraseSlots(Function<KeySlot, Secret> passphrase, Argon2Cost costOfNew) {
        this(passphrase, costOfNew, () -> true);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean prompts() {
        return !given.getAsBoolean();
    }

    @Override
    public Map<String, String> newFacts() {
        return Map.of(COST, costOfNew.memoryKib() + "," + costOfNew.iterations() + "," + costOfNew.lanes());
    }

    @Override
    public Set<String> boundFacts() {
        return Set.of(COST);
    }

    @Override
    public byte[] wrappingKey(KeySlot slot) {
        Argon2Cost cost =
                slot.fact(COST).flatMap(PassphraseSlots::cost).orElseThrow(() -> trouble("its cost makes no sense"));
        try (Secret secret = passphrase.apply(slot)) {
            return derive(secret, slot.salt(), cost);
        }
    }

    @Override
    public String mismatch() {
        return "the passphrase does not fit";
    }

    private static byte[] derive(Secret secret, byte[] salt, Argon2Cost cost) {
        char[] characters = secret.reveal().toCharArray();
        try {
            return Argon2id.derive(characters, salt, cost, AesGcm.KEY_BYTES);
        } catch (Argon2UnavailableException e) {
            throw trouble(String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static Optional<Argon2Cost> cost(String text) {
        Matcher matcher = COST_FORM.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new Argon2Cost(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static WorkspaceException trouble(String message) {
        return new WorkspaceException(CoreErrorCode.WORKSPACE_KEY_MISMATCH, message, null);
    }
}
