package dev.understudy.semantic;

import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Meanings of columns that are no texts: their type and name say most of it, their range the rest. */
final class TypedMeanings {
    private static final Set<Meaning> OF_NUMBERS = Set.of(
            Meaning.AGE,
            Meaning.LATITUDE,
            Meaning.LONGITUDE,
            Meaning.PHONE,
            Meaning.NATIONAL_ID,
            Meaning.CARD,
            Meaning.ACCOUNT_NUMBER);

    private TypedMeanings() {}

    static boolean mayMean(TypeFamily family, NameHints name) {
        if (name.trust() == NameHints.Trust.HEAD_FIRST) {
            return false;
        }
        List<Meaning> hints = name.meanings();
        if (family == TypeFamily.DATE || family == TypeFamily.TIMESTAMP || family == TypeFamily.TIMESTAMP_ZONED) {
            return hints.contains(Meaning.BIRTH_DATE);
        }
        return isNumber(family) && !hints.isEmpty() && OF_NUMBERS.contains(hints.get(0));
    }

    private static boolean isNumber(TypeFamily family) {
        return family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL || family == TypeFamily.REAL;
    }

    /** @param values as decimal text; of dates, anything */
    static Optional<Meaning> of(TypeFamily family, NameHints name, ValueShares values) {
        if (!mayMean(family, name) || values.isEmpty()) {
            return Optional.empty();
        }
        if (!isNumber(family)) {
            return Optional.of(Meaning.BIRTH_DATE);
        }
        Meaning guess = name.meanings().get(0);
        double share = switch (guess) {
            case LATITUDE -> values.share(v -> Math.abs(Double.parseDouble(v)) <= 90);
            case LONGITUDE -> values.share(v -> Math.abs(Double.parseDouble(v)) <= 180);
            default -> values.share(guess);
        };
        return share >= 0.95 ? Optional.of(guess) : Optional.empty();
    }
}
