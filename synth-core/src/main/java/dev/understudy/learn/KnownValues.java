package dev.understudy.learn;

import dev.understudy.model.Base;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import dev.understudy.model.ReferenceModel;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known when a column of a table is drawn: where other values stand that it may be told from. */
final class KnownValues {
    private final EncodedTable table;
    private final AlikeSiblings alike;
    private final EncodedTable owner;
    private final EncodedTable above;
    private final Map<String, EncodedTable> targets;
    private final int[] rows;

    /**
     * @param alike   siblings of the same kind
     * @param owner   the owner's table, or null
     * @param above   the owner's owner, or null
     * @param targets encoded targets by link
     * @param rows    rows of the sample that are learned from
     */
    KnownValues(
            EncodedTable table,
            AlikeSiblings alike,
            EncodedTable owner,
            EncodedTable above,
            Map<String, EncodedTable> targets,
            int[] rows) {
        this.table = table;
        this.alike = alike;
        this.owner = owner;
        this.above = above;
        this.targets = targets;
        this.rows = rows;
    }

    /** Partners whose numbers are of the same kind and known when the column is drawn. */
    List<RelativeChooser.Partner> partners(EncodedColumn column, List<EchoChooser.Place> places) {
        List<RelativeChooser.Partner> partners = new ArrayList<>();
        for (EchoChooser.Place place : places) {
            add(partners, place.base(), column, place.other(), place.rowOf());
            if (RunningBalances.isChange(place.other().name()) && place.base().source() == Feature.Source.OWN) {
                changes(partners, place, column, places);
            }
        }
        LinearPartner.of(column, places, rows).ifPresent(partners::add);
        return partners;
    }

    /** What an amount and a balance are told from if something says what each row adds. */
    private void changes(
            List<RelativeChooser.Partner> partners,
            EchoChooser.Place change,
            EncodedColumn column,
            List<EchoChooser.Place> places) {
        if (!change.other().kind().equals(column.kind())) {
            return;
        }
        Term size = Term.single(1, change.base(), Conversion.ABSOLUTE);
        partners.add(partner(new Base(List.of(size)), List.of(change)));
        for (EchoChooser.Place place : places) {
            if (place.base().source() == Feature.Source.PREVIOUS
                    && change.other().name().equals(RunningBalances.changeName(column.name()))) {
                partners.add(partner(new Base(List.of(term(place), term(change))), List.of(place, change)));
            }
        }
    }

    private static Term term(EchoChooser.Place place) {
        return Term.single(1, place.base(), Conversion.NONE);
    }

    /** @param places where the numbers of the base's terms stand, in the same order */
    private RelativeChooser.Partner partner(Base base, List<EchoChooser.Place> places) {
        long[] values = new long[table.sample().rows()];
        BitSet missing = new BitSet();
        for (int row : rows) {
            for (int t = 0; t < places.size() && !missing.get(row); t++) {
                int at = places.get(t).rowOf()[row];
                boolean none = at < 0 || places.get(t).other().missing().get(at);
                missing.set(row, none);
                values[row] += none
                        ? 0
                        : base.terms()
                                .get(t)
                                .conversion()
                                .apply(places.get(t).other().values()[at]);
            }
        }
        return new RelativeChooser.Partner(base, values, missing);
    }

    /**
     * True if a partner's number stays what it is when the column is drawn; false for totals, which are drawn before their
     * children and then told by them, and for what is only a hint of what children are to be. When other children of the row
     * begin and end says little of these: some hundred rows that have both break many an order only seldom.
     */
    boolean isSettled(RelativeChooser.Partner partner, EncodedColumn column) {
        Feature feature = partner.base().terms().get(0).feature();
        return switch (feature.source()) {
            // Where each row begins as the one before ended, it does so even if the last should have begun before.
            case PARENT ->
                isSettled(owner, feature.column(), table.sample().name())
                        && !(FamilySpan.isLast(
                                        owner.columns().get(feature.column()).name())
                                && FamilyPartners.end(table).isPresent());
            case GRANDPARENT ->
                isSettled(above, feature.column(), owner.sample().name());
            case TARGET ->
                isSettled(targets.get(table.references().get(feature.link()).link()), feature.column(), null);
            // Orders among siblings are told by the sibling just before.
            case ALIKE -> false;
            default -> {
                String name = table.columns().get(feature.column()).name();
                yield FamilySpan.isLast(column.name()) && name.equals(FamilySpan.firstOf(column.name()))
                        || ContiguousPeriods.isEndAfter(column.name(), name)
                        || FamilySpan.isLast(column.name()) && ContiguousPeriods.isEnd(name)
                        || isSettled(table, feature.column(), null);
            }
        };
    }

    /** @param toChild the child through which the row is looked at; null if it does not matter */
    private static boolean isSettled(EncodedTable of, int column, TableName toChild) {
        String name = of.columns().get(column).name();
        boolean told = of.totals().stream()
                .anyMatch(total -> total.column().equals(name) && total.child().equals(toChild));
        return !told && (!name.startsWith("<") || toChild != null && FamilySpan.isOf(toChild, name));
    }

    /** Where columns stand whose values are known when the column is drawn. */
    List<EchoChooser.Place> places(int index) {
        List<EchoChooser.Place> places = new ArrayList<>();
        TableSample sample = table.sample();
        int[] previous = new int[sample.rows()];
        int[] self = new int[sample.rows()];
        for (int row = 0; row < previous.length; row++) {
            previous[row] = sample.position()[row] > 0 ? row - 1 : -1;
            self[row] = row;
        }
        if (owner != null) {
            Feature before = new Feature(Feature.Source.PREVIOUS, 0, index);
            places.add(new EchoChooser.Place(before, table.columns().get(index), previous));
            FamilyPartners.end(table).stream().filter(end -> end > index).forEach(end -> {
                Feature ended = new Feature(Feature.Source.PREVIOUS, 0, end);
                places.add(new EchoChooser.Place(ended, table.columns().get(end), previous));
            });
        }
        alike.rowOf().forEach((kind, rowOf) -> {
            if (kind < index) {
                Feature last = new Feature(Feature.Source.ALIKE, kind, index);
                places.add(new EchoChooser.Place(last, table.columns().get(index), rowOf));
            }
        });
        for (int c = 0; c < index; c++) {
            places.add(new EchoChooser.Place(Feature.own(c), table.columns().get(c), self));
        }
        if (owner != null) {
            addAll(places, Feature.Source.PARENT, 0, owner, sample.owner());
        }
        if (above != null) {
            int[] ownersOwner = Generations.ownersOwner(sample, owner.sample());
            addAll(places, Feature.Source.GRANDPARENT, 0, above, ownersOwner);
        }
        for (int link = 0; index >= table.prefix() && link < table.references().size(); link++) {
            ReferenceModel reference = table.references().get(link);
            if (reference.kind() == ReferenceModel.Kind.DEALT) {
                EncodedTable target = targets.get(reference.link());
                addAll(places, Feature.Source.TARGET, link, target, sample.targets(reference.link()));
            }
        }
        return places;
    }

    private static void addAll(
            List<EchoChooser.Place> places, Feature.Source source, int link, EncodedTable of, int[] rowOf) {
        for (int c = 0; c < of.columns().size(); c++) {
            places.add(new EchoChooser.Place(
                    new Feature(source, link, c), of.columns().get(c), rowOf));
        }
    }

    private void add(
            List<RelativeChooser.Partner> partners,
            Feature base,
            EncodedColumn column,
            EncodedColumn other,
            int[] rowOf) {
        Optional<Conversion> conversion =
                other.isSubtractable() ? NumberEncoding.conversion(other.kind(), column.kind()) : Optional.empty();
        if (conversion.isEmpty()) {
            return;
        }
        long[] values = new long[rowOf.length];
        BitSet missing = new BitSet();
        for (int row : rows) {
            int at = rowOf[row];
            if (at < 0 || other.missing().get(at)) {
                missing.set(row);
            } else {
                values[row] = conversion.get().apply(other.values()[at]);
            }
        }
        partners.add(new RelativeChooser.Partner(Base.of(base, conversion.get()), values, missing));
    }
}
