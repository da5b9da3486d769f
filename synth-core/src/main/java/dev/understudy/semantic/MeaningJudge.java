package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.check.CheckedNumber.Kind;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.Optional;

/**
 * Weighs the name of a column against its values.
 *
 * <p>A meaning that the name suggests needs 95 % of the distinct values, names of people 70 %. Without such a name, only
 * meanings whose values can hardly be anything else are accepted ({@link ValueEvidence}), with the same share of at least
 * five values. Numbers and dates keep their type; of them only what says something of persons or places is told.
 */
final class MeaningJudge {
    private static final double ALMOST_ALL = 0.95;
    private static final double MOST = 0.70;
    /** Of values that stand in lists, which are never complete. */
    private static final double OF_A_LIST = 0.80;

    private static final int FEWEST_WITHOUT_NAME = 5;
    /** Words; single letters stand for anything. */
    private static final int MOST_GENDERS = 4;

    private static final int SHORTEST_GENDER = 4;

    /** How sure a name makes of values that many things could be, and values of a form of their own without a name. */
    private static final double NAME_AND_LOOSE_VALUES = 0.85;

    private static final double VALUES_ALONE = 0.9;

    /** No name says more than values of these shapes. */
    private static final List<Meaning> PROVEN_BY_VALUES = List.of(
            Meaning.EMAIL,
            Meaning.UUID,
            Meaning.IBAN,
            Meaning.MAC,
            Meaning.NETWORK,
            Meaning.IP,
            Meaning.JWT,
            Meaning.URL,
            Meaning.FILE_NAME);

    /** What a name suggests that goes for many things. */
    private static final List<Meaning> VAGUE =
            List.of(Meaning.TITLE, Meaning.CODE, Meaning.COMPANY, Meaning.PRODUCT, Meaning.JOB, Meaning.FULL_NAME);

    private final ValueShares values;

    MeaningJudge(List<String> sample) {
        this.values = new ValueShares(sample);
    }

    Optional<ColumnMeaning> judge(TableNames names, Column column, double codeCoverage) {
        TypeFamily family = column.type().family();
        if (family == TypeFamily.UUID || family == TypeFamily.JSON || family == TypeFamily.XML) {
            return Optional.of(new ColumnMeaning(Meaning.valueOf(family.name()), 1, 1, "its type"));
        }
        if (DocumentReader.isArray(column.type())) {
            return Optional.of(new ColumnMeaning(Meaning.JSON, 1, 1, "its type"));
        }
        NameHints name = NameHints.of(names, column.name());
        List<Meaning> hints = name.meanings();
        if (family == TypeFamily.NETWORK) {
            return Optional.of(network(column));
        }
        if (family != TypeFamily.TEXT) {
            return TypedMeanings.of(family, name, values).map(meaning -> accepted(meaning, 1, true));
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<ColumnMeaning> proven = provenByValues(hints);
        if (proven.isPresent()) {
            return proven;
        }
        Optional<ColumnMeaning> clearer = clearerThan(hints);
        if (clearer.isPresent()) {
            return clearer;
        }
        for (Meaning guess : hints) {
            double share = values.share(guess);
            boolean first = guess == hints.get(0);
            if (share >= needed(guess)
                    && !values.contradict(guess, first)
                    && (name.isSure() || values.support(guess))) {
                return Optional.of(accepted(refined(guess), share, true));
            }
        }
        if (values.count() >= 2
                && values.isAtLeast(1, Meaning.GENDER)
                && values.isAtLeast(1, value -> value.strip().length() >= SHORTEST_GENDER)) {
            return Optional.of(accepted(Meaning.GENDER, 1, false));
        }
        // In a language whose words are in no list, two or three words are what the name says.
        if (name.isSure()
                && hints.contains(Meaning.GENDER)
                && values.count() <= MOST_GENDERS
                && values.isAtLeast(1, value -> Regex.matches("\\p{L}{3,20}", value.strip()))) {
            return Optional.of(accepted(Meaning.GENDER, 1, true));
        }
        return values.count() < FEWEST_WITHOUT_NAME
                ? Optional.empty()
                : new ValueEvidence(values)
                        .judge(codeCoverage)
                        .map(meaning -> accepted(meaning, values.share(meaning), false));
    }

    /** Where the name says only that something has a name, a title or a code, values of people and lists say more. */
    private Optional<ColumnMeaning> clearerThan(List<Meaning> hints) {
        if (hints.isEmpty() || !VAGUE.contains(hints.get(0))) {
            return Optional.empty();
        }
        if (values.count() >= 2 && values.isAtLeast(1, Meaning.NAME_PREFIX)) {
            return Optional.of(accepted(Meaning.NAME_PREFIX, 1, true));
        }
        return values.count() < FEWEST_WITHOUT_NAME
                ? Optional.empty()
                : new ValueEvidence(values).clearer().map(meaning -> accepted(meaning, values.share(meaning), true));
    }

    private ColumnMeaning network(Column column) {
        Meaning meaning = column.type().baseName().startsWith("mac")
                ? Meaning.MAC
                : column.type().baseName().equals("cidr") ? Meaning.NETWORK : Meaning.IP;
        return new ColumnMeaning(meaning, 1, 1, "its type");
    }

    /** A column called reference is full of UUIDs all the same. */
    private Optional<ColumnMeaning> provenByValues(List<Meaning> hints) {
        if (values.count() >= 2 && values.isAtLeast(ALMOST_ALL, TechnicalForms::isHashedPassword)) {
            return Optional.of(accepted(Meaning.PASSWORD_HASH, 1, hints.contains(Meaning.PASSWORD_HASH)));
        }
        if (values.count() >= 2 && values.isAtLeast(1, Meaning.JSON)) {
            return Optional.of(accepted(Meaning.JSON, 1, hints.contains(Meaning.JSON)));
        }
        if (values.count() < FEWEST_WITHOUT_NAME) {
            return Optional.empty();
        }
        if (values.isAtLeast(ALMOST_ALL, PersonForms::isWrittenPhone)) {
            return Optional.of(accepted(Meaning.PHONE, 1, hints.contains(Meaning.PHONE)));
        }
        return PROVEN_BY_VALUES.stream()
                .filter(meaning -> values.isAtLeast(ALMOST_ALL, meaning))
                .findFirst()
                .map(meaning -> accepted(meaning, values.share(meaning), hints.contains(meaning)));
    }

    /** What the values make of a name that two things share. */
    private Meaning refined(Meaning guess) {
        if (guess == Meaning.NATIONAL_ID
                && CheckedNumber.of(values.texts(), Kind.COMPANY, ALMOST_ALL)
                        .filter(CheckedNumber::isChecked)
                        .isPresent()
                && CheckedNumber.of(values.texts(), Kind.PERSON, ALMOST_ALL).isEmpty()) {
            return Meaning.TAX_NUMBER;
        }
        return guess;
    }

    private static double needed(Meaning meaning) {
        return switch (meaning) {
            case FIRST_NAME, LAST_NAME, FULL_NAME, MIDDLE_NAME -> MOST;
            case STATE_CODE, LANGUAGE -> OF_A_LIST;
            default -> ALMOST_ALL;
        };
    }

    private ColumnMeaning accepted(Meaning meaning, double share, boolean named) {
        String evidence = "%s%.0f %% of %d sampled values"
                .formatted(named ? "its name and " : "", Math.floor(100 * share), values.count());
        double confidence = named ? values.isStrict(meaning) ? 1 : NAME_AND_LOOSE_VALUES : VALUES_ALONE;
        return new ColumnMeaning(meaning, share, Math.round(100 * confidence * share) / 100.0, evidence);
    }
}
