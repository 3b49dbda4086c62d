package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What an identity provider says, as far as it matters before AWS is asked. Nothing of it is believed: its signature is AWS's business.
 *
 * @param roles which roles it offers, each once
 * @param sessionDuration how long it wants the credentials to live
 * @param recipients the URLs that it is addressed to
 * @param expiresAt until when it is good
 * @param encrypted whether only AWS can read it
 */
record SamlAssertion(
        List<OfferedRole> roles,
        Optional<Duration> sessionDuration,
        List<String> recipients,
        Optional<Instant> expiresAt,
        boolean encrypted) {

    /** What STS takes. */
    private static final int LONGEST = 100_000;

    /** Reads a {@code SAMLResponse}. */
    static SamlAssertion parse(Secret base64) throws MalformedAssertionException {
        String text = compact(base64);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new MalformedAssertionException(text.isEmpty() ? "is empty" : "is longer than AWS takes");
        }
        try {
            return SamlReader.read(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedAssertionException("is not base64");
        }
    }

    /** Returns the base64 without the line ends that some providers put into it. */
    static String compact(Secret base64) {
        StringBuilder compact = new StringBuilder();
        base64.reveal()
                .chars()
                .filter(each -> !Character.isWhitespace(each))
                .forEach(each -> compact.append((char) each));
        return compact.toString();
    }

    /** Says how much there is, and nothing of it. */
    @Override
    public String toString() {
        return "SamlAssertion[" + roles.size() + " roles]";
    }
}
