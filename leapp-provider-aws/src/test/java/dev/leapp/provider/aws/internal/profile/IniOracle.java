package dev.leapp.provider.aws.internal.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second, independent reading of the files, by the rules of Python's configparser that the AWS CLI uses; where that would stop with an error (junk,
 * duplicates), this one reads on.
 */
final class IniOracle {

    private static final Pattern HEADER = Pattern.compile("^\\[([^\\]]+)\\].*$", Pattern.DOTALL);

    private static final Pattern OPTION = Pattern.compile("^([^=:]+?)[ \\t]*[=:][ \\t]*(.*)$", Pattern.DOTALL);

    private IniOracle() {}

    /** Returns section heading, then key, then value; bytes as ISO-8859-1 chars. */
    static Map<String, Map<String, String>> read(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        String option = "";
        int optionIndent = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            String value = line.replaceAll("^[ \\t\\f\\x0b]+|[ \\t\\f\\x0b]+$", "");
            int indent = line.length() - line.replaceAll("^[ \\t\\f\\x0b]+", "").length();
            if (value.isEmpty() || value.charAt(0) == '#' || value.charAt(0) == ';') {
                continue;
            }
            if (!option.isEmpty() && indent > optionIndent) {
                section.merge(option, "\n" + value, String::concat);
                continue;
            }
            Matcher header = HEADER.matcher(value);
            Matcher property = OPTION.matcher(value);
            if (header.matches()) {
                section = sections.computeIfAbsent(header.group(1), name -> new LinkedHashMap<>());
                option = "";
            } else if (property.matches()) {
                option = property.group(1).toLowerCase(Locale.ROOT);
                optionIndent = indent;
                section.put(option, property.group(2));
            }
        }
        return sections;
    }
}
