package dev.leapp.provider.aws.internal.profile;

import dev.leapp.provider.aws.internal.profile.Section.Property;
import java.util.List;
import java.util.function.Predicate;

/** Takes our lines out of one section, in a list of lines in which everything up to the section's end is still in its place. */
final class Removal {

    private final List<Line> lines;
    private final Section section;
    private final Trace trace;
    private final int linesAfter;

    Removal(List<Line> lines, Section section, Trace trace) {
        this.lines = lines;
        this.section = section;
        this.trace = trace;
        this.linesAfter = lines.size() - section.contentEnd();
    }

    void apply(Predicate<Property> ours) {
        boolean endsInOurs = linesAfter == 0 && endsIn(ours);
        if (!removeProperties(ours)) {
            return;
        }
        boolean nothingLeft = contentLeft() == 0;
        if (trace.createdSection() && nothingLeft) {
            removeHeader();
        }
        if (trace.terminatedBefore() && endsInOurs && (nothingLeft || !trace.createdSection())) {
            unterminateLast();
        }
    }

    private boolean endsIn(Predicate<Property> ours) {
        var properties = section.properties();
        if (properties.isEmpty()) {
            return false;
        }
        Property last = properties.get(properties.size() - 1);
        return last.end() == lines.size() && ours.test(last);
    }

    private void unterminateLast() {
        int last = lines.size() - 1;
        if (last >= 0) {
            lines.set(last, lines.get(last).endedBy(""));
        }
    }

    private boolean removeProperties(Predicate<Property> ours) {
        int before = lines.size();
        var properties = section.properties();
        for (int i = properties.size() - 1; i >= 0; i--) {
            if (ours.test(properties.get(i))) {
                lines.subList(properties.get(i).start(), properties.get(i).end())
                        .clear();
            }
        }
        return lines.size() < before;
    }

    private int contentLeft() {
        return lines.size() - linesAfter - section.start() - 1;
    }

    private void removeHeader() {
        lines.remove(section.start());
        int before = section.start() - 1;
        if (trace.blankBefore() && before >= 0 && lines.get(before).isEmptyBlank()) {
            lines.remove(before);
        }
    }
}
