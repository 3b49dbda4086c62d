package dev.leapp.integration.sso.internal.awscli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When something is, as the AWS CLI writes it. */
final class CacheTime {

    private CacheTime() {}

    static String write(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Reads also what its first versions wrote, which ends in {@code UTC}. */
    static Optional<Instant> read(String text) {
        String iso = text.endsWith("UTC") ? text.substring(0, text.length() - 3) + "Z" : text;
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
