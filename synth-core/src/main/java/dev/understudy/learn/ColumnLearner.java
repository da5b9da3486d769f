package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.PeakFinder;
import dev.understudy.encode.Peaks;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Echo;
import dev.understudy.model.Forest;
import dev.understudy.model.Relative;
import dev.understudy.model.Residue;
import dev.understudy.model.Rest;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Learns one column of a cascade: relative to a partner where it has one, else by itself. */
final class ColumnLearner {
    private final EncodedTable table;
    private static final int MOST_PARTNERS = 2;

    private final EncodedTable owner;
    private final KnownValues known;
    private final FeatureColumns features;
    private final LearnedRows rows;
    private final PartnerTrial trial;
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
        this.rows = new LearnedRows(table.sample(), rows);
        this.trial = new PartnerTrial(table, this.rows, features, settings);
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
        int[] left = rows.all();
        boolean related = RelativeChooser.mayHavePartner(column);
        List<EchoChooser.Place> places = related || EchoChooser.mayRepeat(column) ? known.places(index) : List.of();
        List<RelativeChooser.Partner> partners = related ? known.partners(column, places) : List.of();
        List<Bound> bounds = BoundFinder.of(
                column,
                partners.stream()
                        .filter(partner -> known.isSettled(partner, column))
                        .toList(),
                rows.rows());
        List<RelativeChooser.Partner> given = given(index, column, partners, place);
        List<RelativeChooser.Partner> others = new ArrayList<>(partners);
        others.removeAll(given);
        for (RelativeChooser.Partner partner : given) {
            int[] with = rows.with(partner, left);
            Optional<Relative> relative =
                    relative(index, column, partner, with, place + " relative " + relatives.size());
            if (relative.isPresent()) {
                relatives.add(relative.get());
                left = rows.without(partner, left);
            }
        }
        // Of rows that follow each other, the last two are told from their parent: the others take one more.
        int most = FamilyPartners.isEnd(column, table) ? given.size() + 1 : MOST_PARTNERS;
        while (relatives.size() < most && !FamilySpan.isLast(column.name())) {
            Optional<RelativeChooser.Partner> partner = RelativeChooser.choose(
                    column, others, rows.at(left), table.sample().family(), settings.k());
            if (partner.isEmpty()) {
                break;
            }
            String relativePlace = place + " relative " + relatives.size();
            if (NumberEncoding.isPlainNumber(column.kind())
                    && given.isEmpty()
                    && !trial.tellsMore(index, partner.get(), left, relativePlace)) {
                others.remove(partner.get());
                continue;
            }
            Optional<Relative> relative =
                    relative(index, column, partner.get(), rows.with(partner.get(), left), relativePlace);
            if (relative.isEmpty()) {
                break;
            }
            relatives.add(relative.get());
            left = rows.without(partner.get(), left);
        }
        List<Echo> echoes = new ArrayList<>();
        Optional<EchoChooser.Repeated> repeated = EchoChooser.mayRepeat(column) && left.length > 0
                ? EchoChooser.choose(column, places, rows.at(left))
                : Optional.empty();
        if (repeated.isPresent()) {
            EchoChooser.Repeated what = repeated.get();
            echoes.add(echo(index, column, what, told(what, left, true), place + " the same"));
            left = told(what, left, false);
        }
        Forest forest = left.length == 0
                ? forest(index, rows.codes(column, rows.all()), column.codec(), rows.all(), place)
                : forest(index, rows.codes(column, left), column.codec(), left, place);
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
                SiblingSpacing.of(column, table.sample(), FamilyPartners.hasEnd(column, table), rows.rows()));
    }

    private List<Peaks> peaks(EncodedColumn column) {
        if (!column.isSubtractable() || !(column.codec() instanceof NumberCodec codec)) {
            return List.of();
        }
        long[] values = new long[rows.rows().length];
        long[] families = new long[rows.rows().length];
        int n = 0;
        for (int row : rows.rows()) {
            if (!column.missing().get(row)) {
                values[n] = column.values()[row];
                families[n++] = table.sample().family()[row];
            }
        }
        return PeakFinder.of(values, families, n, settings.k(), codec)
                .map(List::of)
                .orElse(List.of());
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

    private Forest forest(int index, short[] codes, Codec codec, int[] places, String place) {
        return forest(index, codes, codec.codes(), ordered(codec), places, place);
    }

    private Forest forest(int index, short[] codes, int size, int ordered, int[] places, String place) {
        Outcomes outcomes = new Outcomes(codes, size, ordered, rows.families(places));
        return OutcomeLearner.of(settings.learners().of(table.sample().name()))
                .learn(features.before(index, places, outcomes), outcomes, settings, place);
    }

    private static int ordered(Codec codec) {
        return codec.ordered() ? codec.codes() : 0;
    }

    private Optional<Relative> relative(
            int index, EncodedColumn column, RelativeChooser.Partner partner, int[] places, String place) {
        Differenced differenced = Differenced.of(column, partner, rows.at(places), rows.families(places), settings.k());
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

    /** What a column is told from whatever else there is, in the order in which it is asked. */
    private List<RelativeChooser.Partner> given(
            int index, EncodedColumn column, List<RelativeChooser.Partner> partners, String place) {
        if (FamilySpan.isLast(column.name())) {
            return trial.endOfFamily(index, partners, place).stream().toList();
        }
        if (ChildColumns.isCountOfSteps(column)) {
            return FamilyPartners.span(index, partners, table).stream()
                    .filter(span -> trial.tellsMore(index, span, rows.all(), place))
                    .toList();
        }
        return FamilyPartners.of(column, partners, table, owner);
    }

    private Echo echo(int index, EncodedColumn column, EchoChooser.Repeated what, int[] places, String place) {
        short[] codes = rows.codes(column, places);
        int same = column.codec().codes();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (codes[i] & 0xFFFF) == what.code(rows.rows()[places[i]]) ? (short) same : codes[i];
        }
        Forest forest = forest(index, codes, same + 1, ordered(column.codec()), places, place);
        return new Echo(what.place().base(), what.codes(), forest);
    }

    /** Those of some places at which another place has a value that could be repeated, or has none. */
    private int[] told(EchoChooser.Repeated what, int[] among, boolean with) {
        return Arrays.stream(among)
                .filter(place -> what.code(rows.rows()[place]) != 0 == with)
                .toArray();
    }
}
