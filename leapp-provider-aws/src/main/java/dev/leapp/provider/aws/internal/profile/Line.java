package dev.leapp.provider.aws.internal.profile;

/**
 * One line of a document.
 *
 * @param kind what the line is, read as the AWS tools read it
 * @param text the line as it stands, without its end
 * @param eol the line's own end: LF, CRLF, CR, or nothing on an unterminated last line
 * @param name the text between the brackets of a header, the lower-case key of a property, else empty
 * @param value the value of a property, or the text of a continuation, else empty
 */
record Line(Kind kind, String text, String eol, String name, String value) {

    /** What a line can be. */
    enum Kind {
        BLANK,
        COMMENT,
        HEADER,
        PROPERTY,
        CONTINUATION,
        JUNK
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isTerminated() {
        return !eol.isEmpty();
    }

    /**
     * Tells whether the line holds its section together: new lines may only follow the last such line. An indented comment counts, because some readers
     * take it for the continuation of the property above it.
     */
    boolean isContent() {
        return switch (kind) {
            case BLANK -> false;
            case COMMENT -> ByteText.indentOf(text) > 0;
            default -> true;
        };
    }

    Line endedBy(String newEol) {
        return new Line(kind, text, newEol, name, value);
    }

    Line unindented() {
        return new Line(kind, text.substring(ByteText.indentOf(text)), eol, name, value);
    }

    static Line header(String heading, String eol) {
        return new Line(Kind.HEADER, "[" + heading + "]", eol, heading, "");
    }

    static Line property(String key, String value, String eol) {
        return new Line(Kind.PROPERTY, key + " = " + value, eol, key, value);
    }

    static Line blank(String eol) {
        return new Line(Kind.BLANK, "", eol, "", "");
    }

    boolean isEmptyBlank() {
        return kind == Kind.BLANK && text.isEmpty();
    }
}
