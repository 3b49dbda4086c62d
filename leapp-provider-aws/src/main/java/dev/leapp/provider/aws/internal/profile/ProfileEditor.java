package dev.leapp.provider.aws.internal.profile;

import dev.leapp.provider.aws.internal.profile.Section.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The edits: each takes a document and gives a new one in which every other line is what it was. */
public final class ProfileEditor {

    private final ProfileDocument document;

    public ProfileEditor(ProfileDocument document) {
        this.document = document;
    }

    /** Adds a section at the end of the file. */
    public Edit append(SectionName name, List<Entry> entries) {
        String eol = document.eolAt(document.lines().size());
        var lines = new ArrayList<>(document.lines());
        boolean terminated = terminateLast(lines, eol);
        boolean blank = !lines.isEmpty() && !lines.get(lines.size() - 1).text().isEmpty();
        if (blank) {
            lines.add(Line.blank(eol));
        }
        lines.add(Line.header(ByteText.encode(name.heading()), eol));
        lines.addAll(linesOf(entries, eol));
        return new Edit(document.withLines(lines), new Trace(true, blank, terminated));
    }

    /** Adds keys to a section of this document, after its last own line. */
    public Edit insert(Section section, List<Entry> entries) {
        int at = section.contentEnd();
        String eol = document.eolAt(at);
        var lines = new ArrayList<>(document.lines());
        boolean terminated = at == lines.size() && terminateLast(lines, eol);
        lines.addAll(at, linesOf(entries, eol));
        return new Edit(document.withLines(lines), new Trace(false, false, terminated));
    }

    /** Gives the keys of a section of this document new values, each in its own place; what is missing is added at the section's end. */
    public ProfileDocument update(Section section, List<Entry> entries) {
        var lines = new ArrayList<>(document.lines());
        var missing = new ArrayList<>(entries);
        int shrunk = 0;
        var properties = section.properties();
        for (int i = properties.size() - 1; i >= 0; i--) {
            Property property = properties.get(i);
            Optional<Entry> entry = take(missing, property.key());
            if (entry.isPresent()) {
                shrunk += rewrite(lines.subList(property.start(), property.end()), entry.get());
            }
        }
        addAt(lines, section.contentEnd() - shrunk, missing);
        return document.withLines(lines);
    }

    /**
     * Puts our keys into a section of somebody else's, in the place of the properties that they displace; {@link #replace} with the section's earlier bytes
     * undoes it.
     */
    public ProfileDocument takeOver(Section section, Predicate<Property> displaced, List<Entry> entries) {
        int end = section.contentEnd();
        String eol = document.eolAt(end);
        var lines = new ArrayList<>(document.lines());
        var kept = new ArrayList<>(lines.subList(section.start(), end));
        var properties = section.properties();
        for (int i = properties.size() - 1; i >= 0; i--) {
            Property property = properties.get(i);
            if (displaced.test(property)) {
                kept.subList(property.start() - section.start(), property.end() - section.start())
                        .clear();
            }
        }
        terminateLast(kept, eol);
        kept.addAll(linesOf(entries, eol));
        lines.subList(section.start(), end).clear();
        lines.addAll(section.start(), kept);
        return document.withLines(lines);
    }

    /** Puts other bytes in the place of a section's {@link Section#bytes()}. */
    public ProfileDocument replace(Section section, byte[] bytes) {
        int end = section.contentEnd();
        var before = LineReader.read(ByteText.ofBytes(bytes));
        if (end < document.lines().size()) {
            terminateLast(before, document.eolAt(end));
        }
        var lines = new ArrayList<>(document.lines());
        lines.subList(section.start(), end).clear();
        lines.addAll(section.start(), before);
        return document.withLines(lines);
    }

    /** Adds those of an earlier form's properties, as they stood, that the section has none of now. */
    public ProfileDocument addMissing(Section section, byte[] earlier, Predicate<Property> which) {
        int at = section.contentEnd();
        String eol = document.eolAt(at);
        List<Line> before = LineReader.read(ByteText.ofBytes(earlier));
        var missing = new ArrayList<Line>();
        for (Property property : new Section(before, 0, before.size()).properties()) {
            if (which.test(property) && section.value(property.key()).isEmpty()) {
                missing.add(before.get(property.start()).unindented());
                missing.addAll(before.subList(property.start() + 1, property.end()));
            }
        }
        terminateLast(missing, eol);
        var lines = new ArrayList<>(document.lines());
        if (!missing.isEmpty() && at == lines.size()) {
            terminateLast(lines, eol);
        }
        lines.addAll(at, missing);
        return document.withLines(lines);
    }

    /**
     * Takes out what an earlier edit added: of the sections of that name the properties that are ours, and what the trace tells of.
     *
     * <p>A header of ours stays when somebody wrote something below it.
     */
    public ProfileDocument remove(SectionName name, Trace trace, Predicate<Property> ours) {
        var sections = document.sections(name);
        var lines = new ArrayList<>(document.lines());
        for (int i = sections.size() - 1; i >= 0; i--) {
            new Removal(lines, sections.get(i), trace).apply(ours);
        }
        return document.withLines(lines);
    }

    private void addAt(List<Line> lines, int at, List<Entry> entries) {
        if (!entries.isEmpty()) {
            String eol = document.eolAt(at);
            if (at == lines.size()) {
                terminateLast(lines, eol);
            }
            lines.addAll(at, linesOf(entries, eol));
        }
    }

    /** Puts one line in the place of a property's lines, and tells by how many there are fewer. */
    private static int rewrite(List<Line> propertyLines, Entry entry) {
        int size = propertyLines.size();
        String eol = propertyLines.get(size - 1).eol();
        propertyLines.clear();
        propertyLines.add(Line.property(entry.key(), ByteText.encode(entry.value()), eol));
        return size - 1;
    }

    private static Optional<Entry> take(List<Entry> entries, String key) {
        Optional<Entry> found =
                entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        found.ifPresent(entries::remove);
        return found;
    }

    private static List<Line> linesOf(List<Entry> entries, String eol) {
        return entries.stream()
                .map(entry -> Line.property(entry.key(), ByteText.encode(entry.value()), eol))
                .toList();
    }

    private static boolean terminateLast(List<Line> lines, String eol) {
        if (lines.isEmpty() || lines.get(lines.size() - 1).isTerminated()) {
            return false;
        }
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).endedBy(eol));
        return true;
    }
}
