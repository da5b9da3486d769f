package dev.understudy.semantic;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Weighs the name of a column against its values.
 *
 * <p>A meaning that the name suggests needs 95 % of the distinct values, names of people 70 %. Without such a name, only
 * meanings whose values can hardly be anything else are accepted, with the same share of at least five values.
 */
final class MeaningJudge {
    private static final double ALMOST_ALL = 0.95;
    private static final double MOST = 0.70;
    private static final int FEWEST_WITHOUT_NAME = 5;
    private static final double WORDS_OF_PROSE = 5;
    private static final double HITS_OF_NAMES = 0.5;
    /** No name says more than values of these shapes. */
    private static final List<Meaning> PROVEN_BY_VALUES =
            List.of(Meaning.EMAIL, Meaning.UUID, Meaning.IBAN, Meaning.MAC, Meaning.IP);

    private static final List<Meaning> UNMISTAKABLE = List.of(
            Meaning.EMAIL,
            Meaning.URL,
            Meaning.UUID,
            Meaning.MAC,
            Meaning.IP,
            Meaning.IBAN,
            Meaning.JSON,
            Meaning.DATE_TEXT,
            Meaning.XML);

    private final List<String> values;
    private final double words;

    MeaningJudge(List<String> sample) {
        this.values = sample.stream().filter(value -> !value.isBlank()).toList();
        this.words = values.stream().mapToInt(ValueTests::words).average().orElse(0);
    }

    Optional<ColumnMeaning> judge(TableName table, Column column, double codeCoverage) {
        TypeFamily family = column.type().family();
        if (family == TypeFamily.UUID || family == TypeFamily.JSON || family == TypeFamily.XML) {
            return Optional.of(new ColumnMeaning(Meaning.valueOf(family.name()), 1, "its type"));
        }
        if (values.isEmpty() || family != TypeFamily.TEXT && family != TypeFamily.NETWORK) {
            return Optional.empty();
        }
        List<Meaning> hints = NameHints.of(table, column.name());
        Optional<ColumnMeaning> proven = provenByValues(hints);
        if (proven.isPresent()) {
            return proven;
        }
        for (Meaning guess : hints) {
            double share = share(guess);
            if (share >= needed(guess) && !contradicted(guess)) {
                return Optional.of(accepted(guess, share, "its name and "));
            }
        }
        return values.size() < FEWEST_WITHOUT_NAME ? Optional.empty() : byValues(codeCoverage);
    }

    /** A column called reference is full of UUIDs all the same. */
    private Optional<ColumnMeaning> provenByValues(List<Meaning> hints) {
        if (values.size() < FEWEST_WITHOUT_NAME) {
            return Optional.empty();
        }
        return PROVEN_BY_VALUES.stream()
                .filter(meaning -> share(meaning) >= ALMOST_ALL)
                .findFirst()
                .map(meaning -> accepted(meaning, share(meaning), hints.contains(meaning) ? "its name and " : ""));
    }

    private Optional<ColumnMeaning> byValues(double codeCoverage) {
        for (Meaning meaning : UNMISTAKABLE) {
            double share = share(meaning);
            if (share >= ALMOST_ALL) {
                return Optional.of(accepted(meaning, share, ""));
            }
        }
        double international = share(v -> v.startsWith("+") && ValueTests.fits(Meaning.PHONE, v));
        if (international >= ALMOST_ALL) {
            return Optional.of(accepted(Meaning.PHONE, international, ""));
        }
        if (share(Meaning.CARD) >= ALMOST_ALL) {
            return Optional.of(accepted(Meaning.CARD, share(Meaning.CARD), ""));
        }
        double digest = share(v -> ValueTests.fits(Meaning.DIGEST, v)
                && v.length() == values.get(0).length());
        if (digest >= ALMOST_ALL && share(ValueTests::hasLetter) >= ALMOST_ALL) {
            return Optional.of(accepted(Meaning.DIGEST, digest, ""));
        }
        if (share(Meaning.FULL_NAME) >= ALMOST_ALL && knownNames() >= HITS_OF_NAMES) {
            return Optional.of(accepted(Meaning.FULL_NAME, share(Meaning.FULL_NAME), ""));
        }
        if (words >= WORDS_OF_PROSE && share(Meaning.FREE_TEXT) >= ALMOST_ALL) {
            return Optional.of(accepted(Meaning.FREE_TEXT, share(Meaning.FREE_TEXT), ""));
        }
        if (codeCoverage >= ALMOST_ALL && share(ValueTests::hasDigit) >= ALMOST_ALL && words < 2) {
            return Optional.of(accepted(Meaning.CODE, codeCoverage, ""));
        }
        return Optional.empty();
    }

    private static double needed(Meaning meaning) {
        return switch (meaning) {
            case FIRST_NAME, LAST_NAME, FULL_NAME -> MOST;
            default -> ALMOST_ALL;
        };
    }

    /** The name fits and the single values would, but together they are something else. */
    private boolean contradicted(Meaning guess) {
        return switch (guess) {
            case COMPANY, PRODUCT, TITLE, JOB, STREET -> share(v -> v.indexOf(' ') < 0 && ValueTests.hasDigit(v)) > 0.8;
            case COUNTRY -> share(Meaning.COUNTRY_CODE) > 0.8;
            case STATE -> share(Meaning.STATE_CODE) > 0.8;
            case CODE -> words > 2;
            default -> false;
        };
    }

    private double knownNames() {
        Set<String> names = new HashSet<>();
        for (String language : Vocabulary.LANGUAGES) {
            Vocabulary.of(language).firstNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        }
        return share(v -> names.contains(v.strip().split(" ")[0].toLowerCase(Locale.ROOT)));
    }

    private double share(Meaning meaning) {
        return share(value -> ValueTests.fits(meaning, value));
    }

    private double share(Predicate<String> test) {
        return (double) values.stream().filter(test).count() / values.size();
    }

    private ColumnMeaning accepted(Meaning meaning, double share, String name) {
        String evidence = "%s%.0f %% of %d sampled values".formatted(name, Math.floor(100 * share), values.size());
        return new ColumnMeaning(meaning, share, evidence);
    }
}
