package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.check.CheckedNumber.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What values are that no name explains; only what can hardly be anything else. */
final class ValueEvidence {
    private static final double ALMOST_ALL = 0.95;
    private static final double WORDS_OF_PROSE = 5;
    private static final double HITS_OF_NAMES = 0.5;
    /** So many different numbers pass a check digit by chance once in 10^20. */
    private static final int CHECKED_NUMBERS = 20;

    private static final int FEWEST_OF_A_LIST = 8;
    private static final int FEWEST_FIRST_WORDS = 8;
    private static final int FEWEST_NAMES = 15;
    private static final double LEAST_OF_MARKED = 0.3;
    private static final double MOST_OF_NAMES = 0.7;
    private static final double MOST_OF_COMPANIES = 0.6;
    /** Shorter ones are labels. */
    private static final int SHORTEST_CODE = 3;

    private static final List<Meaning> UNMISTAKABLE = List.of(
            Meaning.URL,
            Meaning.JSON,
            Meaning.DATE_TEXT,
            Meaning.HTML,
            Meaning.XML,
            Meaning.MIME_TYPE,
            Meaning.COORDINATES,
            Meaning.TIME_TEXT,
            Meaning.FILE_NAME);

    private final ValueShares values;

    ValueEvidence(ValueShares values) {
        this.values = values;
    }

    Optional<Meaning> judge(double codeCoverage) {
        for (Meaning meaning : UNMISTAKABLE) {
            if (values.share(meaning) >= ALMOST_ALL) {
                return Optional.of(meaning);
            }
        }
        return ofPeople().or(this::ofLists).or(this::ofNumbers).or(() -> ofShapes(codeCoverage));
    }

    /** Names of people and files, and words of closed lists, of which a vague name of the column says nothing. */
    Optional<Meaning> clearer() {
        if (values.share(Meaning.FILE_NAME) >= ALMOST_ALL) {
            return Optional.of(Meaning.FILE_NAME);
        }
        if (values.share(Meaning.FULL_NAME) >= ALMOST_ALL
                && values.share(v -> KnownWords.FIRST_NAMES.has(v.strip().split(" ")[0])) >= MOST_OF_NAMES
                && values.shareWithWord(KnownWords.COMPANY_WORDS) < 0.1
                && firstWords() >= Math.min(FEWEST_FIRST_WORDS, values.count())) {
            return Optional.of(Meaning.FULL_NAME);
        }
        if (values.words() < 1.1 && values.count() >= FEWEST_OF_A_LIST) {
            double first = values.shareIn(KnownWords.FIRST_NAMES);
            double last = values.shareIn(KnownWords.LAST_NAMES);
            if (Math.max(first, last) >= MOST_OF_NAMES) {
                return Optional.of(first >= last ? Meaning.FIRST_NAME : Meaning.LAST_NAME);
            }
        }
        if (isOfCompanies()) {
            return Optional.of(Meaning.COMPANY);
        }
        return values.count() >= FEWEST_OF_A_LIST && values.share(Meaning.LANGUAGE) >= ALMOST_ALL
                ? Optional.of(Meaning.LANGUAGE)
                : ofLists();
    }

    /** Different ones: what all values begin with is no first name, though it may be somebody's. */
    private long firstWords() {
        return values.texts().stream()
                .map(v -> v.strip().split(" ")[0])
                .distinct()
                .count();
    }

    /** Names in lower case, many of them with what tells two of one name apart. */
    private boolean isOfUserNames() {
        return values.count() >= CHECKED_NUMBERS
                && values.words() < 1.1
                && values.share(v -> v.equals(v.toLowerCase(Locale.ROOT)) && v.indexOf('@') < 0) >= ALMOST_ALL
                && values.share(ValueEvidence::beginsWithName) >= MOST_OF_NAMES
                && values.share(v -> !v.strip().matches("\\p{L}+")) >= LEAST_OF_MARKED;
    }

    private static boolean beginsWithName(String value) {
        String letters = value.strip().split("[^\\p{L}]", 2)[0];
        return letters.length() > 2 && (KnownWords.FIRST_NAMES.has(letters) || KnownWords.LAST_NAMES.has(letters));
    }

    private Optional<Meaning> ofPeople() {
        if (isOfUserNames()) {
            return Optional.of(Meaning.USERNAME);
        }
        if (values.share(v -> v.startsWith("+") && ValueTests.fits(Meaning.PHONE, v)) >= ALMOST_ALL) {
            return Optional.of(Meaning.PHONE);
        }
        if (values.share(Meaning.FULL_NAME) >= ALMOST_ALL
                && values.share(v -> KnownWords.FIRST_NAMES.has(v.strip().split(" ")[0])) >= HITS_OF_NAMES) {
            return Optional.of(Meaning.FULL_NAME);
        }
        boolean streets = values.share(v -> ValueTests.hasDigit(v) && ValueTests.words(v) >= 2) >= 0.9
                && values.shareWithWord(KnownWords.STREET_WORDS) >= 0.7;
        if (streets) {
            return Optional.of(Meaning.STREET);
        }
        if (isOfCompanies()) {
            return Optional.of(Meaning.COMPANY);
        }
        boolean oneWord = values.words() < 1.1 && values.count() >= FEWEST_NAMES;
        if (oneWord && values.shareIn(KnownWords.FIRST_NAMES) >= 0.85) {
            return Optional.of(Meaning.FIRST_NAME);
        }
        return oneWord && values.shareIn(KnownWords.LAST_NAMES) >= 0.85
                ? Optional.of(Meaning.LAST_NAME)
                : Optional.empty();
    }

    private boolean isOfCompanies() {
        return values.words() >= 1.5
                && values.words() < WORDS_OF_PROSE
                && values.shareWithWord(KnownWords.COMPANY_WORDS) >= MOST_OF_COMPANIES;
    }

    private Optional<Meaning> ofLists() {
        if (values.share(v -> v.matches("(0[1-9]|1[0-2])/\\d{2}")) == 1) {
            return Optional.of(Meaning.CARD_EXPIRY);
        }
        if (values.shareIn(KnownWords.COLOURS) == 1) {
            return Optional.of(Meaning.COLOUR);
        }
        if (values.count() < FEWEST_OF_A_LIST) {
            return Optional.empty();
        }
        if (values.shareIn(KnownWords.COUNTRIES) >= 0.9 && values.share(v -> v.length() > 3) >= 0.7) {
            return Optional.of(Meaning.COUNTRY);
        }
        if (values.shareIn(KnownWords.STATES) >= 0.9) {
            return Optional.of(Meaning.STATE);
        }
        if (values.shareIn(KnownWords.CITIES) >= 0.7) {
            return Optional.of(Meaning.CITY);
        }
        if (values.share(Meaning.TIME_ZONE) >= ALMOST_ALL && values.share(v -> v.indexOf('/') > 0) >= 0.7) {
            return Optional.of(Meaning.TIME_ZONE);
        }
        if (values.share(Meaning.LOCALE) >= ALMOST_ALL) {
            return Optional.of(Meaning.LOCALE);
        }
        if (values.shareIn(KnownWords.CURRENCY_CODES) >= ALMOST_ALL
                && values.share(v -> v.equals(v.toUpperCase(Locale.ROOT))) == 1) {
            return Optional.of(Meaning.CURRENCY_CODE);
        }
        return values.share(v -> v.startsWith("#") && ValueTests.fits(Meaning.COLOUR, v)) >= ALMOST_ALL
                ? Optional.of(Meaning.COLOUR)
                : Optional.empty();
    }

    private Optional<Meaning> ofNumbers() {
        if (values.share(Meaning.CARD) >= ALMOST_ALL) {
            return Optional.of(Meaning.CARD);
        }
        if (values.count() < CHECKED_NUMBERS) {
            return Optional.empty();
        }
        if (values.share(Meaning.ISBN) >= ALMOST_ALL) {
            return Optional.of(Meaning.ISBN);
        }
        if (values.share(Meaning.EAN) >= ALMOST_ALL) {
            return Optional.of(Meaning.EAN);
        }
        if (isNumberOf(Kind.PERSON)) {
            return Optional.of(Meaning.NATIONAL_ID);
        }
        if (isNumberOf(Kind.COMPANY)) {
            return Optional.of(Meaning.TAX_NUMBER);
        }
        // Outside of North America they have no check digit, but hardly anything else has their length and letters.
        boolean vehicles = values.share(Meaning.VIN) >= ALMOST_ALL && values.share(ValueTests::hasLetter) >= ALMOST_ALL;
        return vehicles ? Optional.of(Meaning.VIN) : Optional.empty();
    }

    /** Numbers of nine or more characters with a check digit. */
    private boolean isNumberOf(Kind kind) {
        return CheckedNumber.of(values.texts(), kind, ALMOST_ALL)
                .filter(CheckedNumber::isChecked)
                .isPresent();
    }

    private Optional<Meaning> ofShapes(double codeCoverage) {
        double digest = values.share(v -> ValueTests.fits(Meaning.DIGEST, v)
                && v.length() == values.texts().get(0).length());
        if (digest >= ALMOST_ALL && values.share(ValueTests::hasLetter) >= ALMOST_ALL) {
            return Optional.of(Meaning.DIGEST);
        }
        if (values.words() >= WORDS_OF_PROSE && values.share(Meaning.FREE_TEXT) >= ALMOST_ALL) {
            return Optional.of(Meaning.FREE_TEXT);
        }
        if (values.share(v -> v.matches("\\d{1,3}(\\.\\d{1,4}){1,3}")) >= ALMOST_ALL
                && values.share(v -> v.matches("\\d+\\.\\d+\\.\\d+.*")) >= LEAST_OF_MARKED) {
            return Optional.of(Meaning.VERSION);
        }
        boolean label = values.count() < FEWEST_OF_A_LIST
                || values.share(value -> value.strip().length() < SHORTEST_CODE) >= 0.5;
        boolean code = !label
                && codeCoverage >= ALMOST_ALL
                && values.share(ValueTests::hasDigit) >= ALMOST_ALL
                && values.words() < 2;
        return code ? Optional.of(Meaning.CODE) : Optional.empty();
    }
}
