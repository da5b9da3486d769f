package dev.understudy.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns. */
final class TextTable {
    private static final String GAP = "  ";

    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /** @param header titles; one that begins with {@code >} stands over a column of numbers */
    TextTable(String... header) {
        right = new boolean[header.length];
        String[] titles = new String[header.length];
        for (int c = 0; c < header.length; c++) {
            right[c] = header[c].startsWith(">");
            titles[c] = right[c] ? header[c].substring(1) : header[c];
        }
        rows.add(titles);
    }

    void add(String... cells) {
        rows.add(cells);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Lines without a line break, each indented by {@code indent}. */
    List<String> lines(String indent) {
        int[] widths = new int[right.length];
        for (String[] row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row[c]));
            }
        }
        return rows.stream().map(row -> indent + line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            char[] fill = new char[widths[c] - width(row[c])];
            Arrays.fill(fill, ' ');
            line.append(c == 0 ? "" : GAP);
            if (right[c]) {
                line.append(fill).append(row[c]);
            } else {
                line.append(row[c]).append(fill);
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
