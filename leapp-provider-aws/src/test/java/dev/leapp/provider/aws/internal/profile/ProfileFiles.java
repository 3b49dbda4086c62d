package dev.leapp.provider.aws.internal.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/**
 * Makes files such as people and tools leave behind, from a seed: comments, nested blocks, duplicates, junk, every kind of line end, byte order marks,
 * broken UTF-8, a missing last line end.
 */
public final class ProfileFiles {

    private static final List<String> COMMENTS = List.of(
            "# a comment",
            ";old comment",
            "   # indented comment",
            "#[profile ghost]",
            "; aws_access_key_id = no",
            "\t;x");

    private static final List<String> PROPERTIES = List.of(
            "region = eu-west-1",
            "region=us-east-1",
            "output : json",
            "Region = eu-south-1",
            "aws_access_key_id = AKIAOTHER",
            "aws_secret_access_key=abc/def+ghi==",
            "  indented = yes",
            "cli_pager =",
            "mfa_serial = arn:aws:iam::123456789012:mfa/x # inline",
            "name = caf\u00c3\u00a9",
            "broken = \u00ff\u00fe\u0080",
            "nbsp = x\u00a0",
            "role_arn = arn:aws:iam::123456789012:role/r",
            "long = a",
            "   continued line",
            "s3 =",
            "  max_concurrent_requests = 20",
            "\tsignature_version = s3v4",
            "ec2 =",
            "    endpoint_url = http://localhost:1");

    private static final List<String> JUNK =
            List.of("just words", "[unclosed", "= novalue", "\u0000\u0001", "\u00c3", "]", "[]");

    private static final List<String> BLANKS = List.of("", "", "", "  ", "\t");

    private static final List<String> EOLS = List.of("\n", "\r\n", "\r");

    private final Random random;

    public ProfileFiles(long seed) {
        this.random = new Random(seed);
    }

    /** Any file at all. */
    public byte[] any() {
        return file(true);
    }

    /** A file without junk, duplicates or a byte order mark, so that the tools accept it. */
    byte[] wellFormed() {
        return file(false);
    }

    private byte[] file(boolean wild) {
        if (random.nextInt(20) == 0) {
            return new byte[0];
        }
        var text = new StringBuilder(wild && random.nextInt(6) == 0 ? "\u00ef\u00bb\u00bf" : "");
        int mode = random.nextInt(wild ? 4 : 2);
        int sections = random.nextInt(5);
        if (wild && random.nextInt(4) == 0) {
            body(text, mode, wild);
        }
        for (int i = 0; i < sections; i++) {
            line(text, mode, header(wild ? random.nextInt(3) : i));
            body(text, mode, wild);
        }
        return withoutLastEnd(text).getBytes(ISO_8859_1);
    }

    private String header(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> "[section" + number + "]";
            case 1 -> "[profile section" + number + "]";
            case 2 -> "[profile \"section " + number + "\"]";
            default -> "[sso-session section" + number + "]" + (random.nextBoolean() ? " # why" : "");
        };
    }

    private void body(StringBuilder text, int mode, boolean wild) {
        if (wild) {
            int lines = random.nextInt(8);
            for (int i = 0; i < lines; i++) {
                line(text, mode, wildLine());
            }
            return;
        }
        tameBody(text, mode);
    }

    private void tameBody(StringBuilder text, int mode) {
        int keys = random.nextInt(4);
        for (int i = 0; i < keys; i++) {
            maybe(text, mode, COMMENTS.get(random.nextInt(2)));
            line(text, mode, "key" + i + (random.nextBoolean() ? "=" : " = ") + "value" + random.nextInt(99));
            maybe(text, mode, "");
        }
        if (random.nextInt(3) == 0) {
            line(text, mode, "s3 =");
            line(text, mode, "  max_concurrent_requests = 20");
            line(text, mode, "  addressing_style = path");
        }
        maybe(text, mode, "# trailing");
        maybe(text, mode, "");
    }

    private void maybe(StringBuilder text, int mode, String line) {
        if (random.nextInt(3) == 0) {
            line(text, mode, line);
        }
    }

    private String wildLine() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> pick(COMMENTS);
            case 2 -> pick(BLANKS);
            case 3 -> random.nextInt(3) == 0 ? pick(JUNK) : pick(BLANKS);
            default -> pick(PROPERTIES);
        };
    }

    private void line(StringBuilder text, int mode, String line) {
        String eol = mode < EOLS.size() ? EOLS.get(mode) : pick(EOLS);
        text.append(line).append(eol);
    }

    private String withoutLastEnd(StringBuilder text) {
        String all = text.toString();
        if (random.nextInt(3) != 0) {
            return all;
        }
        return all.endsWith("\r\n")
                ? all.substring(0, all.length() - 2)
                : all.substring(0, Math.max(0, all.length() - 1));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
