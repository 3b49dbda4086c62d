package dev.leapp.core.internal.attempt;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt at something failed.
 *
 * @param endedAt when
 * @param failures how many failed in a row, this one included
 * @param interactive whether somebody could be asked
 * @param request the digest of what was asked for
 */
public record Outcome(Instant endedAt, int failures, boolean interactive, String request, CredentialException failure) {

    /** What would befall the next caller too; a conflict on the way to a provider chain says nothing about credentials. */
    private static final Set<Trouble> SHARED =
            EnumSet.of(Trouble.LOGIN_NEEDED, Trouble.CANCELLED, Trouble.REFUSED, Trouble.NETWORK);

    private static final Set<Trouble> OF_ISSUING =
            EnumSet.of(Trouble.SECRET_STORE_UNAVAILABLE, Trouble.DEFECT, Trouble.BUSY);

    /** A code that is none of core's own, such as a plug-in's. */
    private record OtherCode(String id, Trouble trouble) implements ErrorCode {}

    /** Keeps what a failure says, and nothing of where it came from. */
    public static Outcome of(
            Instant endedAt, int failures, boolean interactive, String request, LeappException failure) {
        CredentialException cloud = failure instanceof CredentialException known ? known : null;
        return new Outcome(
                endedAt,
                failures,
                interactive,
                request,
                new CredentialException(
                        failure.code(),
                        String.valueOf(failure.getMessage()),
                        failure.hint().orElse(null),
                        null,
                        cloud == null ? null : cloud.cloudCode().orElse(null),
                        cloud == null ? null : cloud.requestId().orElse(null)));
    }

    /** Tells whether a failure of that kind came from getting credentials. */
    public static boolean isOfIssuing(Trouble trouble) {
        return SHARED.contains(trouble) || OF_ISSUING.contains(trouble);
    }

    /** Returns what kind of failure it is. */
    public Trouble trouble() {
        return failure.code().trouble();
    }

    /** Tells whether somebody must do something before it can go well. */
    public boolean needsPerson() {
        return trouble() == Trouble.LOGIN_NEEDED || trouble() == Trouble.CANCELLED;
    }

    /** Tells whether it says anything to that caller; "nobody is there to be asked" says nothing to one who can be asked. */
    boolean concerns(boolean callerIsInteractive, String callersRequest) {
        boolean nobodyWasAsked = trouble() == Trouble.LOGIN_NEEDED && !interactive;
        return !(callerIsInteractive && nobodyWasAsked) && (needsPerson() || request.equals(callersRequest));
    }

    /** Tells whether callers that it concerns fail likewise, rather than try themselves. */
    public boolean isShared() {
        return SHARED.contains(trouble());
    }

    /** Tells whether it is how the same attempt failed. */
    boolean isSameAs(Outcome other) {
        return endedAt.equals(other.endedAt) && failures == other.failures;
    }

    /** Tells whether the attempt ended at that moment or after it. */
    public boolean endedSince(Instant moment) {
        return !endedAt.isBefore(moment);
    }

    /** Returns the failure, to be thrown by another caller. */
    CredentialException again() {
        return of(endedAt, failures, interactive, request, failure).failure;
    }

    Properties toProperties() {
        Properties lines = new Properties();
        lines.setProperty("endedAt", endedAt.toString());
        lines.setProperty("failures", Integer.toString(failures));
        lines.setProperty("interactive", Boolean.toString(interactive));
        lines.setProperty("request", request);
        lines.setProperty("code", failure.code().id());
        lines.setProperty("trouble", trouble().name());
        lines.setProperty("message", String.valueOf(failure.getMessage()));
        failure.hint().ifPresent(hint -> lines.setProperty("hint", hint));
        failure.cloudCode().ifPresent(code -> lines.setProperty("cloudCode", code));
        failure.requestId().ifPresent(id -> lines.setProperty("requestId", id));
        return lines;
    }

    static Outcome of(Properties lines) {
        return new Outcome(
                Instant.parse(lines.getProperty("endedAt")),
                Integer.parseInt(lines.getProperty("failures", "1")),
                Boolean.parseBoolean(lines.getProperty("interactive")),
                lines.getProperty("request", ""),
                new CredentialException(
                        code(lines.getProperty("code"), lines.getProperty("trouble")),
                        lines.getProperty("message"),
                        lines.getProperty("hint"),
                        null,
                        lines.getProperty("cloudCode"),
                        lines.getProperty("requestId")));
    }

    private static ErrorCode code(String id, @Nullable String trouble) {
        return coreCode(id)
                .<ErrorCode>map(code -> code)
                .orElseGet(() -> new OtherCode(id, Trouble.valueOf(String.valueOf(trouble))));
    }

    /** Returns core's own code of that id. */
    public static Optional<CoreErrorCode> coreCode(String id) {
        return Stream.of(CoreErrorCode.values())
                .filter(code -> code.id().equals(id))
                .findFirst();
    }
}
