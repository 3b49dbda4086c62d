package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** Sizes of pages, and the tokens that lead to the next one: what came last, in a form that nobody should read. */
final class PortalPager {

    private static final int STANDARD = 20;
    private static final int LARGEST = 100;

    private PortalPager() {}

    static int size(PortalRequest request) throws PortalFailure {
        String text = request.parameter("max_result").orElse(Integer.toString(STANDARD));
        int size = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > LARGEST) {
            throw invalid("max_result must be between 1 and 100");
        }
        return size;
    }

    /** Returns what the page before ended with, nothing for the first page. */
    static String last(PortalRequest request) throws PortalFailure {
        Optional<String> token = request.parameter("next_token");
        try {
            return token.map(text -> new String(Base64.getUrlDecoder().decode(text), UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            throw invalid("Invalid next token");
        }
    }

    static String token(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    static PortalFailure invalid(String message) {
        return PortalFailure.portal(400, "InvalidRequestException", message);
    }
}
