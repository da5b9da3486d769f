package dev.understudy.generate;

import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Surroundings;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The cells that a composed text is made from: of its own row, of its owner, of rows that it refers to. Immutable. */
final class SourceCells {
    private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

    private final Source[] sources;

    /** @param column of the table; of a hidden one, of the cascade */
    private record Source(Place place, GeneratedTable of, int column, TypeFamily family) {}

    private SourceCells(Source[] sources) {
        this.sources = sources;
    }

    static SourceCells of(GeneratedTable table, Tables tables, List<Place> places) {
        Source[] sources = new Source[places.size()];
        for (int i = 0; i < sources.length; i++) {
            Place place = places.get(i);
            if (place.step() == Place.HIDDEN) {
                sources[i] = new Source(place, table, hidden(table, place.column()), TypeFamily.TEXT);
                continue;
            }
            GeneratedTable of = place.step() == Place.OWN ? table : target(table, tables, place.step());
            Column column = of.schema().column(place.column()).orElseThrow();
            sources[i] = new Source(
                    place, of, of.column(place.column()), column.type().family());
        }
        return new SourceCells(sources);
    }

    private static int hidden(GeneratedTable table, String name) {
        List<CascadeColumn> cascade = table.model().cascade();
        for (int c = 0; c < cascade.size(); c++) {
            if (cascade.get(c).name().equals(name)) {
                return c;
            }
        }
        throw new IllegalStateException("The model has no column %s.".formatted(name));
    }

    private static GeneratedTable target(GeneratedTable table, Tables tables, int step) {
        String name = step == Place.OWNER
                ? table.model().owningLink()
                : table.model().references().get(step).link();
        ForeignKey link = tables.link(table.model().name(), name);
        return tables.get(link.parent());
    }

    /** @param cells null for none */
    static Surroundings at(SourceCells cells, Block block, int row) {
        return cells == null ? Surroundings.NONE : new Around(cells, block, row);
    }

    private record Around(SourceCells cells, Block block, int row) implements Surroundings {
        @Override
        public String text(int source) {
            return cells.text(source, block, row);
        }

        @Override
        public long number(int source) {
            int column = cells.sources[source].column;
            if (block.isNull(column, row)) {
                return NO_NUMBER;
            }
            return block.values[column] == null ? block.code(column, row) - 1L : block.values[column][row];
        }
    }

    private String text(int number, Block block, int row) {
        Source source = sources[number];
        if (source.place.step() == Place.OWN) {
            return text(source, block, row);
        }
        if (source.place.step() == Place.OWNER) {
            return block.owner == null ? null : text(source, block.owner, block.ownerRow[row]);
        }
        long at = block.targets[source.place.step()][row];
        if (at < 0) {
            return null;
        }
        Block there = source.of.blockOf(at);
        return text(source, there, (int) (at - there.firstRow()));
    }

    private static String text(Source source, Block block, int row) {
        Cell cell = source.of.cell(source.column);
        if (cell.isNull(block, row)) {
            return null;
        }
        return switch (source.family) {
            case DATE -> LocalDate.ofEpochDay(cell.number(block, row)).toString();
            case TIMESTAMP, TIMESTAMP_ZONED ->
                LocalDate.ofEpochDay(Math.floorDiv(cell.number(block, row), MICROS_A_DAY))
                        .toString();
            default -> cell.text(block, row);
        };
    }
}
