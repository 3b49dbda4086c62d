package dev.leapp.provider.aws.internal.profile;

import dev.leapp.provider.aws.internal.profile.Line.Kind;
import java.util.ArrayList;
import java.util.List;

/** A shared AWS file as an immutable row of lines. Reading never fails, and rendering what was read gives the same bytes. */
public final class ProfileDocument {

    private static final String BOM = "\u00ef\u00bb\u00bf";

    private final String bom;
    private final List<Line> lines;

    private ProfileDocument(String bom, List<Line> lines) {
        this.bom = bom;
        this.lines = List.copyOf(lines);
    }

    public static ProfileDocument parse(byte[] bytes) {
        String text = ByteText.ofBytes(bytes);
        String bom = text.startsWith(BOM) ? BOM : "";
        return new ProfileDocument(bom, LineReader.read(text.substring(bom.length())));
    }

    public byte[] toBytes() {
        var text = new StringBuilder(bom);
        lines.forEach(line -> text.append(line.text()).append(line.eol()));
        return ByteText.toBytes(text.toString());
    }

    /** Returns every section of that name, more than one in a file that says it twice. */
    public List<Section> sections(SectionName name) {
        return sections().stream()
                .filter(section -> name.matches(section.header()))
                .toList();
    }

    /** Returns all sections, in the file's order. */
    public List<Section> sections() {
        var found = new ArrayList<Section>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).is(Kind.HEADER)) {
                found.add(new Section(lines, at, nextHeader(at)));
            }
        }
        return found;
    }

    private int nextHeader(int header) {
        int next = header + 1;
        while (next < lines.size() && !lines.get(next).is(Kind.HEADER)) {
            next++;
        }
        return next;
    }

    List<Line> lines() {
        return lines;
    }

    ProfileDocument withLines(List<Line> newLines) {
        return new ProfileDocument(bom, newLines);
    }

    /** The line end to use for a line before that index: the neighbour's own. */
    String eolAt(int index) {
        for (int at = index - 1; at >= 0; at--) {
            if (lines.get(at).isTerminated()) {
                return lines.get(at).eol();
            }
        }
        return index < lines.size() && lines.get(index).isTerminated()
                ? lines.get(index).eol()
                : "\n";
    }
}
