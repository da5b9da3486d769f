package dev.understudy.learn;

import dev.understudy.model.Feature;
import dev.understudy.model.Rest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the number that orders siblings is told from, if the parent says when its children begin: from when the sibling before
 * ends, if it begins then; of the last of several from when they end, of all others after the first from the sibling before, of the
 * first from when they begin. And what the end of each is told from, if the next one begins then.
 */
final class FamilyPartners {
    private FamilyPartners() {}

    /**
     * @param partners of the column
     * @param owner    the owner's table, or null
     * @return in the order in which they are asked; empty if the parent says nothing
     */
    static List<RelativeChooser.Partner> of(
            EncodedColumn column, List<RelativeChooser.Partner> partners, EncodedTable table, EncodedTable owner) {
        if (owner == null) {
            return List.of();
        }
        if (isEnd(column, table)) {
            return ofEnd(column, partners, table);
        }
        String name = first(column, table);
        Optional<RelativeChooser.Partner> previous =
                find(partners, feature -> feature.source() == Feature.Source.PREVIOUS);
        Optional<RelativeChooser.Partner> first = find(
                partners,
                feature -> feature.source() == Feature.Source.PARENT
                        && owner.columns().get(feature.column()).name().equals(name));
        if (previous.isEmpty() || first.isEmpty()) {
            return List.of();
        }
        Optional<RelativeChooser.Partner> ended = find(
                partners,
                feature -> feature.source() == Feature.Source.PREVIOUS
                        && isEnd(table.columns().get(feature.column()), table));
        return Stream.of(ended, rest(Rest.Of.LAST, column, partners, table), previous, first)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last row ends as the parent says, the one before it as the last one begins, others after their own begin. */
    private static List<RelativeChooser.Partner> ofEnd(
            EncodedColumn end, List<RelativeChooser.Partner> partners, EncodedTable table) {
        return Stream.of(Rest.Of.END, Rest.Of.NEXT)
                .flatMap(of -> rest(of, end, partners, table).stream())
                .toList();
    }

    /** Place of the column that says when a row ends and the next begins. */
    static OptionalInt end(EncodedTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> isEnd(table.columns().get(column), table))
                .findFirst();
    }

    /** True for a column that says when a row ends, if the next one begins then. */
    static boolean isEnd(EncodedColumn column, EncodedTable table) {
        return table.rests().values().stream().anyMatch(rest -> rest.isOf(Rest.Of.END, column.name()));
    }

    private static Optional<RelativeChooser.Partner> rest(
            Rest.Of of, EncodedColumn column, List<RelativeChooser.Partner> partners, EncodedTable table) {
        return find(
                partners,
                feature -> feature.source() == Feature.Source.OWN
                        && table.rests().containsKey(feature.column())
                        && table.rests().get(feature.column()).isOf(of, column.name()));
    }

    /** True for a column that orders siblings whose parent says when the last of them comes. */
    static boolean hasEnd(EncodedColumn column, EncodedTable table) {
        return table.rests().values().stream().anyMatch(rest -> rest.isOf(Rest.Of.LAST, column.name()));
    }

    /** For how many years, or other regular steps, children go on. @param count place of their number */
    static Optional<RelativeChooser.Partner> span(
            int count, List<RelativeChooser.Partner> partners, EncodedTable table) {
        return isInSteps(table.columns().get(count - 1))
                ? find(partners, Feature.own(count - 1)::equals)
                : Optional.empty();
    }

    /** True for the column that says for how many years, or other regular steps, children go on. */
    static boolean isInSteps(EncodedColumn column) {
        return ChildColumns.isNumberOfSteps(column) && FamilySpan.isSpan(column.name());
    }

    /** When children begin. @param last column that says when they end */
    static Optional<RelativeChooser.Partner> begin(
            EncodedColumn last, List<RelativeChooser.Partner> partners, EncodedTable table) {
        String first = FamilySpan.firstOf(last.name());
        return find(
                partners,
                feature -> feature.source() == Feature.Source.OWN
                        && table.columns().get(feature.column()).name().equals(first));
    }

    /** Name of the parent's column that says when its children begin. */
    private static String first(EncodedColumn column, EncodedTable table) {
        return table.rests().values().stream()
                .filter(rest -> rest.isOf(Rest.Of.LAST, column.name()))
                .map(rest -> FamilySpan.firstOf(rest.whole()))
                .findFirst()
                .orElse(FamilySpan.firstName(table.sample().name(), column.name()));
    }

    private static Optional<RelativeChooser.Partner> find(
            List<RelativeChooser.Partner> partners, Predicate<Feature> stands) {
        return partners.stream()
                .filter(partner -> partner.base().isPlain()
                        && stands.test(partner.base().terms().get(0).feature()))
                .findFirst();
    }
}
