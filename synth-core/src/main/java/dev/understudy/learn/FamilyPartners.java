package dev.understudy.learn;

import dev.understudy.model.Feature;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the number that orders siblings is told from, if the parent says when its children begin: of the last of several from
 * when they end, of all others after the first from the sibling before, of the first from when they begin.
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
        Optional<RelativeChooser.Partner> last = find(
                partners,
                feature -> feature.source() == Feature.Source.OWN
                        && table.rests().containsKey(feature.column())
                        && table.rests().get(feature.column()).isLastOf(column.name()));
        return Stream.of(last, previous, first).flatMap(Optional::stream).toList();
    }

    /** True for a column that orders siblings whose parent says when the last of them comes. */
    static boolean hasEnd(EncodedColumn column, EncodedTable table) {
        return table.rests().values().stream().anyMatch(rest -> rest.isLastOf(column.name()));
    }

    /** For how many years children go on. @param count place of their number */
    static Optional<RelativeChooser.Partner> span(
            int count, List<RelativeChooser.Partner> partners, EncodedTable table) {
        return FamilySpan.isSpan(table.columns().get(count - 1).name())
                ? find(partners, Feature.own(count - 1)::equals)
                : Optional.empty();
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
                .filter(rest -> rest.isLastOf(column.name()))
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
