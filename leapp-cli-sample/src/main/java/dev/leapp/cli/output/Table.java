package dev.leapp.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines up rows of cells. */
final class Table {

    private static final String GAP = "  ";
    private static final int SMALLEST = 8;

    private final List<List<Column.Shown>> rows = new ArrayList<>();
    private final boolean colours;
    private final String ellipsis;

    Table(boolean colours, boolean unicode) {
        this.colours = colours;
        this.ellipsis = unicode ? "…" : "..";
    }

    void row(List<Column.Shown> cells) {
        rows.add(cells.stream()
                .map(cell -> new Column.Shown(TextWidth.printable(cell.text()), cell.style()))
                .toList());
    }

    /**
     * Returns the lines, without spaces at their ends.
     *
     * @param room the columns of the terminal; wider cells are cut, never wrapped, and those that tell of something wrong last
     */
    List<String> lines(int room) {
        int[] widths = naturalWidths();
        shrink(widths, room);
        return rows.stream().map(row -> line(row, widths, room)).toList();
    }

    /** Returns how many columns of a terminal it takes if nothing is cut. */
    int width() {
        int[] widths = naturalWidths();
        return Arrays.stream(widths).sum() + gaps(widths);
    }

    private static int gaps(int[] widths) {
        return GAP.length() * Math.max(0, widths.length - 1);
    }

    private int[] naturalWidths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<Column.Shown> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i).text()));
            }
        }
        return widths;
    }

    private void shrink(int[] widths, int room) {
        int gaps = gaps(widths);
        int[] smallest = smallestWidths(widths.length);
        while (Arrays.stream(widths).sum() + gaps > room) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean wider = widest < 0 || widths[i] > widths[widest];
                widest = wider && widths[i] > smallest[i] ? i : widest;
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private int[] smallestWidths(int columns) {
        int[] smallest = new int[columns];
        Arrays.fill(smallest, SMALLEST);
        for (List<Column.Shown> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i).style() == Style.BAD) {
                    smallest[i] = Math.max(smallest[i], TextWidth.of(row.get(i).text()));
                }
            }
        }
        return smallest;
    }

    private String line(List<Column.Shown> row, int[] widths, int room) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < row.size() && used < room; i++) {
            String gap = i == 0 ? "" : GAP;
            int width = Math.min(widths[i], room - used - gap.length());
            if (width <= 0) {
                break;
            }
            String text = TextWidth.cut(row.get(i).text(), width, width < ellipsis.length() ? "" : ellipsis);
            line.append(gap).append(colours ? row.get(i).style().paint(text) : text);
            boolean last = i == row.size() - 1;
            line.append(last ? "" : " ".repeat(width - TextWidth.of(text)));
            used += gap.length() + width;
        }
        return line.toString().stripTrailing();
    }
}
