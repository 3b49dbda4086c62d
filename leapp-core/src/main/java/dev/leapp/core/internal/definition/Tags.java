package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tags can be: short labels that a command line can name, and values of one line. */
final class Tags {

    private static final Pattern LABEL = Pattern.compile("[^\\s\\p{Cc}=:\"-][^\\s\\p{Cc}=:\"]{0,127}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cc}]{0,256}");

    private Tags() {}

    static void check(Map<String, String> tags) {
        tags.forEach(Tags::check);
    }

    private static void check(String label, String value) {
        if (!LABEL.matcher(label).matches()) {
            throw invalid(
                    "'" + label.replaceAll("\\p{Cc}", "?") + "' can't be a tag",
                    "a tag is a word of at most 128 characters without = : \" and spaces, and doesn't begin with -");
        }
        if (!VALUE.matcher(value).matches()) {
            throw invalid("The value of tag '" + label + "' is not one line of at most 256 characters", null);
        }
        if (label.equals(Session.FAVOURITE) && !value.isEmpty() && !value.equals(Session.SET)) {
            throw invalid("The tag '" + label + "' marks favourites and takes no value", null);
        }
    }

    private static LeappException invalid(String message, @Nullable String hint) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, hint);
    }
}
