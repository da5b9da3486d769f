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
            if (values.isAtLeast(ALMOST_ALL, meaning)) {
                return Optional.of(meaning);
            }
        }
        return ofPeople().or(this::ofLists).or(this::ofNumbers).or(() -> ofShapes(codeCoverage));
    }

    /** Names of people and files, and words of closed lists, of which a vague name of the column says nothing. */
    Optional<Meaning> clearer() {
        if (values.isAtLeast(ALMOST_ALL, Meaning.FILE_NAME)) {
            return Optional.of(Meaning.FILE_NAME);
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.FULL_NAME)
                && values.isAtLeast(
                        MOST_OF_NAMES, v -> KnownWords.FIRST_NAMES.has(v.strip().split(" ")[0]))
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
        return values.count() >= FEWEST_OF_A_LIST && values.isAtLeast(ALMOST_ALL, Meaning.LANGUAGE)
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
                && values.isAtLeast(ALMOST_ALL, v -> v.equals(v.toLowerCase(Locale.ROOT)) && v.indexOf('@') < 0)
                && values.isAtLeast(MOST_OF_NAMES, ValueEvidence::beginsWithName)
                && values.isAtLeast(LEAST_OF_MARKED, v -> !Regex.matches("\\p{L}+", v.strip()));
    }

    private static boolean beginsWithName(String value) {
        String letters = value.strip().split("[^\\p{L}]", 2)[0];
        return letters.length() > 2 && (KnownWords.FIRST_NAMES.has(letters) || KnownWords.LAST_NAMES.has(letters));
    }

    private Optional<Meaning> ofPeople() {
        if (isOfUserNames()) {
            return Optional.of(Meaning.USERNAME);
        }
        if (values.isAtLeast(ALMOST_ALL, v -> v.startsWith("+") && ValueTests.fits(Meaning.PHONE, v))) {
            return Optional.of(Meaning.PHONE);
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.FULL_NAME)
                && values.isAtLeast(
                        HITS_OF_NAMES, v -> KnownWords.FIRST_NAMES.has(v.strip().split(" ")[0]))) {
            return Optional.of(Meaning.FULL_NAME);
        }
        boolean streets = values.isAtLeast(0.9, v -> ValueTests.hasDigit(v) && ValueTests.words(v) >= 2)
                && values.isAtLeast(0.7, KnownWords.STREET_WORDS::hasWordOf);
        if (streets) {
            return Optional.of(Meaning.STREET);
        }
        if (isOfCompanies()) {
            return Optional.of(Meaning.COMPANY);
        }
        boolean oneWord = values.words() < 1.1 && values.count() >= FEWEST_NAMES;
        if (oneWord && values.isAtLeast(0.85, KnownWords.FIRST_NAMES::has)) {
            return Optional.of(Meaning.FIRST_NAME);
        }
        return oneWord && values.isAtLeast(0.85, KnownWords.LAST_NAMES::has)
                ? Optional.of(Meaning.LAST_NAME)
                : Optional.empty();
    }

    private boolean isOfCompanies() {
        return values.words() >= 1.5
                && values.words() < WORDS_OF_PROSE
                && values.isAtLeast(MOST_OF_COMPANIES, KnownWords.COMPANY_WORDS::hasWordOf);
    }

    private Optional<Meaning> ofLists() {
        if (values.isAtLeast(1, v -> Regex.matches("(0[1-9]|1[0-2])/\\d{2}", v))) {
            return Optional.of(Meaning.CARD_EXPIRY);
        }
        if (values.isAtLeast(1, KnownWords.COLOURS::has)) {
            return Optional.of(Meaning.COLOUR);
        }
        if (values.count() < FEWEST_OF_A_LIST) {
            return Optional.empty();
        }
        if (values.isAtLeast(0.9, KnownWords.COUNTRIES::has) && values.isAtLeast(0.7, v -> v.length() > 3)) {
            return Optional.of(Meaning.COUNTRY);
        }
        if (values.isAtLeast(0.9, KnownWords.STATES::has)) {
            return Optional.of(Meaning.STATE);
        }
        if (values.isAtLeast(0.7, KnownWords.CITIES::has)) {
            return Optional.of(Meaning.CITY);
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.TIME_ZONE) && values.isAtLeast(0.7, v -> v.indexOf('/') > 0)) {
            return Optional.of(Meaning.TIME_ZONE);
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.LOCALE)) {
            return Optional.of(Meaning.LOCALE);
        }
        if (values.isAtLeast(ALMOST_ALL, KnownWords.CURRENCY_CODES::has)
                && values.isAtLeast(1, v -> v.equals(v.toUpperCase(Locale.ROOT)))) {
            return Optional.of(Meaning.CURRENCY_CODE);
        }
        return values.isAtLeast(ALMOST_ALL, v -> v.startsWith("#") && ValueTests.fits(Meaning.COLOUR, v))
                ? Optional.of(Meaning.COLOUR)
                : Optional.empty();
    }

    private Optional<Meaning> ofNumbers() {
        if (values.isAtLeast(ALMOST_ALL, Meaning.CARD)) {
            return Optional.of(Meaning.CARD);
        }
        if (values.count() < CHECKED_NUMBERS) {
            return Optional.empty();
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.ISBN)) {
            return Optional.of(Meaning.ISBN);
        }
        if (values.isAtLeast(ALMOST_ALL, Meaning.EAN)) {
            return Optional.of(Meaning.EAN);
        }
        if (isNumberOf(Kind.PERSON)) {
            return Optional.of(Meaning.NATIONAL_ID);
        }
        if (isNumberOf(Kind.COMPANY)) {
            return Optional.of(Meaning.TAX_NUMBER);
        }
        // Outside of North America they have no check digit, but hardly anything else has their length and letters.
        boolean vehicles =
                values.isAtLeast(ALMOST_ALL, Meaning.VIN) && values.isAtLeast(ALMOST_ALL, ValueTests::hasLetter);
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
        if (digest >= ALMOST_ALL && values.isAtLeast(ALMOST_ALL, ValueTests::hasLetter)) {
            return Optional.of(Meaning.DIGEST);
        }
        if (values.words() >= WORDS_OF_PROSE && values.isAtLeast(ALMOST_ALL, Meaning.FREE_TEXT)) {
            return Optional.of(Meaning.FREE_TEXT);
        }
        if (values.isAtLeast(ALMOST_ALL, v -> Regex.matches("\\d{1,3}(\\.\\d{1,4}){1,3}", v))
                && values.isAtLeast(LEAST_OF_MARKED, v -> Regex.matches("\\d+\\.\\d+\\.\\d+.*", v))) {
            return Optional.of(Meaning.VERSION);
        }
        boolean label = values.count() < FEWEST_OF_A_LIST
                || values.isAtLeast(0.5, value -> value.strip().length() < SHORTEST_CODE);
        boolean code = !label
                && codeCoverage >= ALMOST_ALL
                && values.isAtLeast(ALMOST_ALL, ValueTests::hasDigit)
                && values.words() < 2;
        return code ? Optional.of(Meaning.CODE) : Optional.empty();
    }
}
