package dev.leapp.core.internal.secret.keychain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of one value: items whose accounts are the value's with the batch and a number behind it.
 *
 * @param batch {@code a} or {@code b}: a value is written to the batch that the former one doesn't use
 * @param count how many, counted from one
 * @param digest SHA-256 of the value, in hexadecimal digits
 */
record PartList(String batch, int count, String digest) {

    static final List<String> BATCHES = List.of("a", "b");

    private static final String INFIX = "#leapp-part-";
    private static final Pattern TEXT = Pattern.compile("parts ([ab]) ([1-9][0-9]{0,5}) ([0-9a-f]{64})");
    private static final Pattern ACCOUNT = Pattern.compile(".*" + INFIX + "[ab]-[1-9][0-9]*", Pattern.DOTALL);

    static Optional<PartList> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new PartList(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    static PartList of(String batch, int count, byte[] value) {
        return new PartList(batch, count, digestOf(value));
    }

    static String account(String account, String batch, int number) {
        return account + INFIX + batch + "-" + number;
    }

    /** Tells whether an account is that of a part. */
    static boolean isPart(String account) {
        return ACCOUNT.matcher(account).matches();
    }

    String otherBatch() {
        return BATCHES.get(1 - BATCHES.indexOf(batch));
    }

    boolean fits(byte[] value) {
        return digest.equals(digestOf(value));
    }

    String toText() {
        return "parts " + batch + " " + count + " " + digest;
    }

    private static String digestOf(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
