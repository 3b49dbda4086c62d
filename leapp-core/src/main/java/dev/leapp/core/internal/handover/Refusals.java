package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How failures are answered. */
final class Refusals {

    private static final Pattern DASH = Pattern.compile("-");

    private static final Set<ErrorCode> OVER =
            Set.of(CoreErrorCode.SESSION_NOT_ACTIVE, CoreErrorCode.SESSION_NOT_FOUND, CoreErrorCode.LEASE_OVER);

    private Refusals() {}

    /** Returns what somebody gets who doesn't even know where to ask. */
    static EndpointReply ofStranger(int status) {
        return new EndpointReply(status, "text/plain", Secret.of(""));
    }

    static EndpointReply of(LeappException failure, EndpointProtocol protocol) {
        String message =
                failure.getMessage() + failure.hint().map(hint -> "; " + hint).orElse("");
        return protocol.refusal(
                status(failure.code().trouble()), word(failure.code().id()), message);
    }

    /** Tells whether the session is stopped or gone. */
    static boolean isOver(LeappException failure) {
        return OVER.contains(failure.code());
    }

    private static int status(Trouble trouble) {
        return switch (trouble) {
            case NOT_FOUND -> 404;
            case CONFLICT, LOGIN_NEEDED, REFUSED -> 403;
            case NETWORK, BUSY -> 503;
            default -> 500;
        };
    }

    /** Makes {@code SessionNotActive} of {@code session-not-active}. */
    private static String word(String code) {
        return Arrays.stream(DASH.split(code, -1))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }
}
