package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.PeakFinder;
import dev.understudy.encode.Peaks;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Echo;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Relative;
import dev.understudy.model.Residue;
import dev.understudy.model.Rest;
import dev.understudy.random.Draws;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Learns one column of a cascade: relative to a partner where it has one, else by itself. */
final class ColumnLearner {
    private final EncodedTable table;
    private static final int MOST_PARTNERS = 2;

    private final EncodedTable owner;
    private final KnownValues known;
    private final FeatureColumns features;
    private final int[] rows;
    private final LearnSettings settings;

    /**
     * @param owner   the owner's table, or null
     * @param known   where other values stand
     * @param rows    rows of the sample that are learned from; {@code features} was made for the same rows
     */
    ColumnLearner(
            EncodedTable table,
            EncodedTable owner,
            KnownValues known,
            FeatureColumns features,
            int[] rows,
            LearnSettings settings) {
        this.table = table;
        this.owner = owner;
        this.known = known;
        this.features = features;
        this.rows = rows;
        this.settings = settings;
    }

    CascadeColumn learn(int index) {
        EncodedColumn column = table.columns().get(index);
        if (table.told().containsKey(index)) {
            return FlatForest.told(
                    column.name(),
                    (NumberCodec) column.codec(),
                    column.groups(),
                    table.told().get(index));
        }
        if (table.rests().containsKey(index)) {
            Rest rest = RestColumns.model(table.rests().get(index), table, owner);
            return FlatForest.rest(column.name(), (NumberCodec) column.codec(), column.groups(), rest);
        }
        String place = table.sample().name() + "." + column.name();
        List<Relative> relatives = new ArrayList<>();
        int[] left = all();
        boolean related = RelativeChooser.mayHavePartner(column);
        List<EchoChooser.Place> places = related || EchoChooser.mayRepeat(column) ? known.places(index) : List.of();
        List<RelativeChooser.Partner> partners = related ? known.partners(column, places) : List.of();
        List<Bound> bounds = BoundFinder.of(
                column, partners.stream().filter(known::isSettled).toList(), rows);
        Optional<RelativeChooser.Partner> first = firstOfFamily(partners, column);
        List<RelativeChooser.Partner> others = new ArrayList<>(partners);
        first.ifPresent(others::remove);
        while (relatives.size() < MOST_PARTNERS) {
            Optional<RelativeChooser.Partner> partner = relatives.isEmpty() && first.isPresent()
                    ? Optional.of(previous(others))
                    : relatives.size() == 1 && first.isPresent()
                            ? first
                            : RelativeChooser.choose(
                                    column, others, rowsAt(left), table.sample().family(), settings.k());
            if (partner.isEmpty()) {
                break;
            }
            String relativePlace = place + " relative " + relatives.size();
            if (NumberEncoding.isPlainNumber(column.kind())
                    && first.isEmpty()
                    && !tellsMore(index, column, partner.get(), left, relativePlace)) {
                others.remove(partner.get());
                continue;
            }
            Optional<Relative> relative =
                    relative(index, column, partner.get(), places(partner.get(), left, false), relativePlace);
            if (relative.isEmpty() && first.isPresent() && relatives.isEmpty()) {
                first = Optional.empty();
                continue;
            }
            if (relative.isEmpty()) {
                break;
            }
            relatives.add(relative.get());
            left = places(partner.get(), left, true);
        }
        List<Echo> echoes = new ArrayList<>();
        Optional<EchoChooser.Repeated> repeated = EchoChooser.mayRepeat(column) && left.length > 0
                ? EchoChooser.choose(column, places, rowsAt(left))
                : Optional.empty();
        if (repeated.isPresent()) {
            EchoChooser.Repeated what = repeated.get();
            echoes.add(echo(index, column, what, told(what, left, true), place + " the same"));
            left = told(what, left, false);
        }
        Forest forest = left.length == 0
                ? forest(index, codes(column, all()), column.codec(), all(), place)
                : forest(index, codes(column, left), column.codec(), left, place);
        return new CascadeColumn(
                column.name(),
                column.codec(),
                column.groups(),
                forest,
                relatives,
                echoes,
                bounds,
                residues(column),
                peaks(column),
                List.of(),
                SiblingSpacing.of(column, table.sample(), rows));
    }

    private List<Peaks> peaks(EncodedColumn column) {
        if (!column.isSubtractable() || !(column.codec() instanceof NumberCodec codec)) {
            return List.of();
        }
        long[] values = new long[rows.length];
        long[] families = new long[rows.length];
        int n = 0;
        for (int row : rows) {
            if (!column.missing().get(row)) {
                values[n] = column.values()[row];
                families[n++] = table.sample().family()[row];
            }
        }
        return PeakFinder.of(values, families, n, settings.k(), codec)
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * When a family begins, if its parent says it: what the first child is told from. Those after it are told from the
     * sibling before.
     */
    private Optional<RelativeChooser.Partner> firstOfFamily(
            List<RelativeChooser.Partner> partners, EncodedColumn column) {
        String name = FamilySummaries.firstName(table.sample().name(), column.name());
        boolean hasPrevious = partners.stream().anyMatch(ColumnLearner::isPrevious);
        return partners.stream()
                .filter(partner -> hasPrevious && partner.base().isPlain())
                .filter(partner -> {
                    Feature base = partner.base().terms().get(0).feature();
                    return base.source() == Feature.Source.PARENT
                            && owner.columns().get(base.column()).name().equals(name);
                })
                .findFirst();
    }

    private static RelativeChooser.Partner previous(List<RelativeChooser.Partner> partners) {
        return partners.stream().filter(ColumnLearner::isPrevious).findFirst().orElseThrow();
    }

    private static boolean isPrevious(RelativeChooser.Partner partner) {
        return partner.base().isPlain()
                && partner.base().terms().get(0).feature().source() == Feature.Source.PREVIOUS;
    }

    /** The columns before that hold parts of this one's dates. */
    private List<Residue> residues(EncodedColumn column) {
        List<Residue> residues = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            for (Residue.Kind kind : Residue.Kind.values()) {
                if (table.columns().get(c).name().equals(kind.columnName(column.name()))) {
                    residues.add(new Residue(c, kind, !column.kind().equals(TypeFamily.DATE.name())));
                }
            }
        }
        return residues;
    }

    private int[] rowsAt(int[] places) {
        return Arrays.stream(places).map(place -> rows[place]).toArray();
    }

    private Forest forest(int index, short[] codes, Codec codec, int[] places, String place) {
        return forest(index, codes, codec.codes(), ordered(codec), places, place);
    }

    private Forest forest(int index, short[] codes, int size, int ordered, int[] places, String place) {
        Outcomes outcomes = new Outcomes(codes, size, ordered, families(places));
        return OutcomeLearner.of(settings.learners().of(table.sample().name()))
                .learn(features.before(index, places, outcomes), outcomes, settings, place);
    }

    private static int ordered(Codec codec) {
        return codec.ordered() ? codec.codes() : 0;
    }

    private Optional<Relative> relative(
            int index, EncodedColumn column, RelativeChooser.Partner partner, int[] places, String place) {
        Differenced differenced = Differenced.of(column, partner, rowsAt(places), families(places), settings.k());
        if (differenced.codec().codes() < 2) {
            return Optional.empty();
        }
        Forest forest = forest(
                index,
                differenced.codes(),
                differenced.size(),
                differenced.codec().codes(),
                places,
                place);
        return Optional.of(new Relative(partner.base(), differenced.codec(), differenced.spikes(), forest));
    }

    /**
     * False if a number is told at least as well by itself, of families that neither learned from: a sum that comes near says
     * nothing that trees do not know, and blurs values that are frequent.
     */
    private boolean tellsMore(
            int index, EncodedColumn column, RelativeChooser.Partner partner, int[] places, String place) {
        int[] with = places(partner, places, false);
        double share = (double) HeldOutChoice.ROWS / with.length;
        Draws draws = Draws.seeded(settings.seed()).at("difference").at(place);
        int[] some = share >= 1
                ? with
                : Arrays.stream(with)
                        .filter(at -> draws.unit(table.sample().family()[rows[at]]) < share)
                        .toArray();
        long[] family = families(some);
        Differenced differenced = Differenced.of(column, partner, rowsAt(some), family, settings.k());
        Outcomes told = new Outcomes(
                differenced.codes(), differenced.size(), differenced.codec().codes(), family);
        Outcomes itself = new Outcomes(codes(column, some), column.codec().codes(), ordered(column.codec()), family);
        OptionalDouble relative = HeldOutChoice.loss(features.before(index, some, told), told, settings, place);
        OptionalDouble absolute = HeldOutChoice.loss(features.before(index, some, itself), itself, settings, place);
        return relative.isEmpty()
                || absolute.isEmpty()
                || relative.getAsDouble() + differenced.width()
                        < absolute.getAsDouble() + Differenced.width((NumberCodec) column.codec(), itself.codes());
    }

    private long[] families(int[] places) {
        return Arrays.stream(places)
                .mapToLong(place -> table.sample().family()[rows[place]])
                .toArray();
    }

    private Echo echo(int index, EncodedColumn column, EchoChooser.Repeated what, int[] places, String place) {
        short[] codes = codes(column, places);
        int same = column.codec().codes();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (codes[i] & 0xFFFF) == what.code(rows[places[i]]) ? (short) same : codes[i];
        }
        Forest forest = forest(index, codes, same + 1, ordered(column.codec()), places, place);
        return new Echo(what.place().base(), what.codes(), forest);
    }

    /** Those of some places at which another place has a value that could be repeated, or has none. */
    private int[] told(EchoChooser.Repeated what, int[] among, boolean with) {
        return Arrays.stream(among)
                .filter(place -> what.code(rows[place]) != 0 == with)
                .toArray();
    }

    private short[] codes(EncodedColumn column, int[] places) {
        short[] codes = new short[places.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.codes()[rows[places[i]]];
        }
        return codes;
    }

    private int[] all() {
        int[] places = new int[rows.length];
        Arrays.setAll(places, i -> i);
        return places;
    }

    /** Those of some places at which a partner has no number, or has one. */
    private int[] places(RelativeChooser.Partner partner, int[] among, boolean without) {
        return Arrays.stream(among)
                .filter(place -> partner.missing().get(rows[place]) == without)
                .toArray();
    }
}
