package dev.leapp.provider.aws.internal.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.Tag;

/** Session tags as a user writes them: {@code team=core,project=apollo}. */
final class SessionTags {

    private static final int MOST = 50;
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    private SessionTags() {}

    static Optional<String> problemWith(String text) {
        Set<String> keys = new HashSet<>();
        List<String> parts = parts(text);
        boolean fit = parts.stream().allMatch(part -> fits(part) && keys.add(key(part)));
        return fit && parts.size() <= MOST
                ? Optional.empty()
                : Optional.of("must be up to 50 different keys with values, such as team=core,project=apollo");
    }

    static List<Tag> parse(String text) {
        List<Tag> tags = new ArrayList<>();
        for (String part : parts(text)) {
            tags.add(Tag.builder()
                    .key(key(part))
                    .value(part.substring(part.indexOf('=') + 1).strip())
                    .build());
        }
        return tags;
    }

    static List<String> parts(String text) {
        return COMMA.splitAsStream(text).map(String::strip).toList();
    }

    private static boolean fits(String part) {
        int equals = part.indexOf('=');
        return equals > 0
                && KEY.matcher(key(part)).matches()
                && VALUE.matcher(part.substring(equals + 1).strip()).matches();
    }

    private static String key(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals).strip();
    }
}
