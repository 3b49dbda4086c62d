package dev.leapp.integration.sso.internal.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.Secret;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Pattern;

/** A form as a browser posts it. */
final class PostedForm {

    private static final Pattern AND = Pattern.compile("&", Pattern.LITERAL);
    private static final String FIELD = "SAMLResponse=";

    private PostedForm() {}

    /** Returns the assertion, empty if the form has none. */
    static Optional<Secret> assertion(String body) {
        return AND.splitAsStream(body)
                .filter(each -> each.startsWith(FIELD) && each.length() > FIELD.length())
                .findFirst()
                .flatMap(each -> decoded(each.substring(FIELD.length())))
                .map(Secret::of);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
