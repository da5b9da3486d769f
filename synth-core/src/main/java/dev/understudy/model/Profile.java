package dev.understudy.model;

import dev.understudy.schema.TableName;
import java.util.List;

/**
 * How the rows of the source were spread when they were learned, so that one can tell later whether they still are. Like the
 * rest of a model it holds nothing that fewer than k families share: bins with fewer are joined, bounds are rounded, labels of
 * fewer are counted together.
 *
 * @param tables empty in files that were written before there were profiles
 */
public record Profile(List<TableProfile> tables) {
    /** Nothing is known. */
    public static final Profile NONE = new Profile(List.of());

    public Profile {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param rows     of the whole table
     * @param families that its rows belong to, among those that were looked at
     * @param links    by which it has children
     */
    public record TableProfile(
            TableName name, long rows, long families, List<ColumnProfile> columns, List<LinkProfile> links) {
        public TableProfile {
            columns = List.copyOf(columns);
            links = List.copyOf(links);
        }
    }

    /**
     * One column.
     *
     * @param missing share of the rows without a value
     * @param bounds  of a number or a time, in the unit in which it is held in memory, ascending: bin i holds what is at least
     *                bound i − 1 and less than bound i; empty if only missing values are compared
     * @param labels  of anything else; all other labels are one more bin at the end
     * @param shares  of the bins among the rows with a value, in 1,024ths; empty if only missing values are compared
     */
    public record ColumnProfile(
            String name, double missing, List<Double> bounds, List<String> labels, List<Double> shares) {
        public ColumnProfile {
            bounds = List.copyOf(bounds);
            labels = List.copyOf(labels);
            shares = List.copyOf(shares);
        }
    }

    /**
     * One link.
     *
     * @param child    table of the children
     * @param parents  that were looked at
     * @param orphaned share of the children without a parent
     * @param bounds   numbers of children, ascending, as in {@link ColumnProfile}
     * @param shares   of the parents
     */
    public record LinkProfile(
            String name, TableName child, long parents, double orphaned, List<Double> bounds, List<Double> shares) {
        public LinkProfile {
            bounds = List.copyOf(bounds);
            shares = List.copyOf(shares);
        }
    }
}
