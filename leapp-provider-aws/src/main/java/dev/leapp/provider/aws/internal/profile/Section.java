package dev.leapp.provider.aws.internal.profile;

import dev.leapp.provider.aws.internal.profile.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One section of one document, from its header to the line before the next header. */
public final class Section {

    private final List<Line> lines;
    private final int start;
    private final int end;

    Section(List<Line> lines, int start, int end) {
        this.lines = lines;
        this.start = start;
        this.end = end;
    }

    /** What stands between the brackets, without white space at its ends. */
    public String heading() {
        return ByteText.decode(ByteText.trim(header()));
    }

    String header() {
        return lines.get(start).name();
    }

    /** The value of a key, its continuation lines joined by LF; the last one wins where a key stands twice. */
    public Optional<String> value(String key) {
        return properties().stream()
                .filter(property -> property.key().equals(key))
                .reduce((first, second) -> second)
                .map(Property::value);
    }

    /** All properties, in the file's order. */
    public List<Property> properties() {
        var found = new ArrayList<Property>();
        for (int at = start + 1; at < end; at++) {
            if (lines.get(at).is(Kind.PROPERTY)) {
                found.add(propertyAt(at));
            }
        }
        return found;
    }

    /** The bytes from the header to the last line that belongs to it: blank lines and comments that lead to the next section are not included. */
    public byte[] bytes() {
        var text = new StringBuilder();
        lines.subList(start, contentEnd())
                .forEach(line -> text.append(line.text()).append(line.eol()));
        return ByteText.toBytes(text.toString());
    }

    int start() {
        return start;
    }

    /** The index after the last line that belongs to the section: where a new line is safe for every reader. */
    int contentEnd() {
        int after = end;
        while (after > start + 1 && !lines.get(after - 1).isContent()) {
            after--;
        }
        return after;
    }

    private Property propertyAt(int at) {
        var value = new StringBuilder(lines.get(at).value());
        int last = at;
        for (int next = at + 1; next < end && !startsAnew(lines.get(next)); next++) {
            if (lines.get(next).is(Kind.CONTINUATION)) {
                value.append('\n').append(lines.get(next).value());
                last = next;
            }
        }
        return new Property(lines.get(at).name(), ByteText.decode(value.toString()), at, last + 1);
    }

    private static boolean startsAnew(Line line) {
        return line.is(Kind.PROPERTY) || line.is(Kind.JUNK);
    }

    /**
     * A key and its value.
     *
     * @param key the key in lower case
     * @param value the value; it may be a secret
     * @param start the index of its line
     * @param end the index after its last continuation line
     */
    public record Property(String key, String value, int start, int end) {

        @Override
        public String toString() {
            return "Property[key=" + key + ", value=[redacted]]";
        }
    }
}
