package dev.leapp.provider.aws.internal.profile;

/**
 * What an edit added besides keys, so that it can be taken out again to the byte.
 *
 * @param createdSection the section's header is ours
 * @param blankBefore the empty line before the header is ours
 * @param terminatedBefore the line before had no end; the one that it has now is ours
 */
public record Trace(boolean createdSection, boolean blankBefore, boolean terminatedBefore) {

    /** Nothing but keys. */
    public static final Trace KEYS_ONLY = new Trace(false, false, false);
}
