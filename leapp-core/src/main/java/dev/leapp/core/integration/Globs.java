package dev.leapp.core.integration;

import java.util.Locale;

/** Compares names with globs: a star stands for any characters, a question mark for one; case does not matter. */
final class Globs {

    private Globs() {}

    /** Tells whether a glob fits the whole text; linear in the text for each star, whatever the glob. */
    static boolean fit(String glob, String text) {
        return fitFolded(glob.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    private static boolean fitFolded(String glob, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resumed = 0;
        while (in < text.length()) {
            if (at < glob.length() && glob.charAt(at) == '*') {
                star = at++;
                resumed = in;
            } else if (at < glob.length() && (glob.charAt(at) == '?' || glob.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resumed;
            } else {
                return false;
            }
        }
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        return at == glob.length();
    }
}
