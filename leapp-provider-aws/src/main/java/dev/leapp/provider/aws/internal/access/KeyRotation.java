package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the rotation of a user's access key has come; kept in the secret store from before its first step until after its last.
 *
 * @param step what was done last
 * @param oldId the id of the key that goes
 * @param startedAt when it began
 * @param next the key that comes, once it is there
 */
record KeyRotation(Step step, String oldId, Instant startedAt, Optional<LongTermKey> next) {

    /** Where it is kept. */
    static final String ACCOUNT = "iam-user-key-rotation";

    /** What is done, in this order. */
    enum Step {
        /** Nothing yet but writing that it begins. */
        BEGUN,
        /** The new key is there; whether it works already is not known. */
        CREATED,
        /** The new key works, and is the session's from here on. */
        VERIFIED,
        /** The new key stands where the old one stood. */
        STORED,
        /** The old key is switched off. */
        DEACTIVATED
    }

    static KeyRotation begin(String oldId, Instant now) {
        return new KeyRotation(Step.BEGUN, oldId, now, Optional.empty());
    }

    static Optional<KeyRotation> kept(ScopedSecrets secrets) {
        return secrets.get(ACCOUNT).flatMap(kept -> parse(kept.reveal().lines().toList()));
    }

    KeyRotation created(LongTermKey key) {
        return new KeyRotation(Step.CREATED, oldId, startedAt, Optional.of(key));
    }

    KeyRotation at(Step reached) {
        return new KeyRotation(reached, oldId, startedAt, next);
    }

    boolean reached(Step other) {
        return step.compareTo(other) >= 0;
    }

    /** Tells whether it is still about the session's key: else somebody gave the session another one meanwhile. */
    boolean isAbout(String keyId) {
        return oldId.equals(keyId)
                || next.filter(key -> key.accessKeyId().equals(keyId)).isPresent();
    }

    KeyRotation keep(ScopedSecrets secrets) {
        String text = step + "\n" + oldId + "\n" + startedAt.getEpochSecond()
                + next.map(key -> "\n" + key.accessKeyId() + "\n"
                                + key.secretAccessKey().reveal())
                        .orElse("");
        secrets.put(ACCOUNT, Secret.of(text));
        return this;
    }

    private static Optional<KeyRotation> parse(List<String> lines) {
        try {
            Optional<LongTermKey> next = lines.size() == 5
                    ? Optional.of(new LongTermKey(lines.get(3), Secret.of(lines.get(4))))
                    : Optional.empty();
            KeyRotation found = new KeyRotation(
                    Step.valueOf(lines.get(0)),
                    lines.get(1),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2))),
                    next);
            return next.isPresent() || found.step == Step.BEGUN ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
