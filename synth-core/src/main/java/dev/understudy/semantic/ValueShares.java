package dev.understudy.semantic;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What share of a sample of different values fits each meaning. Not for several threads. */
final class ValueShares {
    private static final double FEW = 0.8;
    /** Fewer different ones are labels. */
    private static final int FEWEST_NAMES = 8;

    private static final int MOST_NATIONALITIES = 300;

    private final List<String> values;
    private final double words;
    private final Map<Meaning, Double> known = new EnumMap<>(Meaning.class);

    ValueShares(List<String> sample) {
        this.values = sample.stream().filter(value -> !value.isBlank()).toList();
        this.words = values.stream().mapToInt(ValueTests::words).average().orElse(0);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    int count() {
        return values.size();
    }

    List<String> texts() {
        return values;
    }

    /** Words a value, on average. */
    double words() {
        return words;
    }

    double share(Meaning meaning) {
        return known.computeIfAbsent(meaning, m -> share(value -> ValueTests.fits(m, value)));
    }

    double share(Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }

    /** True if that share is reached; looks no further once it cannot be. */
    boolean isAtLeast(double least, Predicate<String> test) {
        int broken = 0;
        for (String value : values) {
            if (!test.test(value) && (double) (values.size() - ++broken) / values.size() < least) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    boolean isAtLeast(double least, Meaning meaning) {
        Double share = known.get(meaning);
        return share == null ? isAtLeast(least, value -> ValueTests.fits(meaning, value)) : share >= least;
    }

    /** Share of values with one of the words of a list. */
    double shareWithWord(KnownWords list) {
        return share(list::hasWordOf);
    }

    double shareIn(KnownWords list) {
        return share(list::has);
    }

    /**
     * The name fits and the single values would, but together they are something else.
     *
     * @param first true if it is what the name says in the first place, not what the same words may mean as well
     */
    boolean contradict(Meaning guess, boolean first) {
        return switch (guess) {
            case COMPANY, PRODUCT, DEPARTMENT -> codes() > FEW;
            case JOB ->
                codes() > FEW
                        || first && share(value -> value.strip().length() <= 3) > 0.5
                        || !first && count() >= 5 && shareWithWord(KnownWords.JOB_WORDS) < 0.1;
            case TITLE -> codes() > FEW || count() >= 3 && shareWithWord(KnownWords.JOB_WORDS) > FEW;
            case STREET -> codes() > FEW || isAddress();
            case ADDRESS -> codes() > FEW || !isAddress();
            case COUNTRY -> (share(Meaning.COUNTRY_CODE) > FEW || count() >= 5) && shareIn(KnownWords.COUNTRIES) < 0.5;
            case COUNTRY_CODE -> share(v -> KnownWords.COUNTRY_CODES.has(v) || KnownWords.COUNTRIES.has(v)) < 0.7;
            case STATE -> share(Meaning.STATE_CODE) > FEW || count() <= 6 && shareIn(KnownWords.STATES) < 0.5;
            case STATE_CODE -> count() >= 5 && shareIn(KnownWords.STATE_CODES) < 0.3;
            case CITY -> share(Meaning.STATE_CODE) > FEW;
            case DISTRICT -> share(value -> value.length() <= 3) > FEW;
            case NATIONALITY ->
                shareIn(KnownWords.NATIONALITIES) < 0.5
                        && (count() > MOST_NATIONALITIES
                                || share(value -> Regex.matches("\\p{L}{3,20}", value.strip())) < FEW);
            case FIRST_NAME, LAST_NAME -> share(value -> value.strip().length() == 1) > FEW;
            case USERNAME -> words > 1.5;
            case HOST, SLUG, USER_AGENT -> words > 1.5;
            case TOKEN -> share(value -> value.length() >= 8) < FEW;
            case PASSWORD_HASH -> share(value -> value.length() >= 6) < FEW;
            case CODE ->
                words > 2 || share(Meaning.DATE_TEXT) > FEW || words > 1.2 && share(ValueTests::hasDigit) < 0.3;
            case FREE_TEXT, DESCRIPTION -> words < 1.3 && share(value -> value.length() <= 12) > FEW;
            case FULL_NAME -> codes() > 0.3 || shareWithWord(KnownWords.COMPANY_WORDS) > 0.3;
            case DATE_TEXT, TIME_TEXT -> false;
            default -> false;
        };
    }

    /** Share of single words with a digit. */
    private double codes() {
        return share(value -> value.strip().indexOf(' ') < 0 && ValueTests.hasDigit(value));
    }

    /** Streets do not come with postcodes and towns behind them. */
    private boolean isAddress() {
        return isAtLeast(0.5, value -> {
            String[] parts = value.strip().split("\\s*(,|\\r?\\n|\\\\r\\\\n)\\s*");
            return parts.length >= 2
                    && words >= 3
                    && ValueTests.hasDigit(parts[parts.length - 1])
                    && parts[parts.length - 1].length() >= 5;
        });
    }

    /** True if the values speak for a meaning that the name leaves open. */
    boolean support(Meaning guess) {
        return switch (guess) {
            case USERNAME ->
                count() >= FEWEST_NAMES
                        && words < 1.1
                        && share(value -> value.equals(value.toLowerCase(Locale.ROOT))) > FEW
                        && isAtLeast(1, ValueTests::hasLetter);
            case CITY -> isAtLeast(0.3, KnownWords.CITIES::has);
            case STATE -> isAtLeast(0.5, KnownWords.STATES::has);
            case LICENCE_PLATE -> share(ValueShares::isPlate) > FEW;
            case NATIONALITY -> isAtLeast(0.5, KnownWords.NATIONALITIES::has);
            case DEPARTMENT -> isAtLeast(0.3, KnownWords.DEPARTMENTS::has);
            case COMPANY -> isAtLeast(0.3, KnownWords.COMPANY_WORDS::hasWordOf);
            case NATIONAL_ID, PASSPORT, DRIVING_LICENCE, ACCOUNT_NUMBER, TAX_NUMBER -> digits() >= 0.5 && words < 2;
            case POSTCODE -> digits() >= 0.5 && share(value -> value.strip().length() >= 4) > FEW;
            case DESCRIPTION, FREE_TEXT -> words >= 3;
            default -> isStrict(guess);
        };
    }

    /** Few characters, with letters and digits in blocks. */
    private static boolean isPlate(String value) {
        String plain = value.replaceAll("[ .·-]", "");
        return Regex.matches("[\\p{Lu}\\d]{5,8}", plain)
                && plain.replaceAll("\\d", "").length() >= 2
                && ValueTests.hasDigit(plain)
                && plain.replaceAll("\\d+", "0").replaceAll("\\p{L}+", "A").length() <= 3;
    }

    /** Share of characters that are digits. */
    private double digits() {
        long digits = values.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c >= '0' && c <= '9')
                .count();
        return (double) digits
                / Math.max(1, values.stream().mapToInt(String::length).sum());
    }

    /** True if few texts of other kinds would pass a meaning's test, so that the values prove what the name says. */
    boolean isStrict(Meaning meaning) {
        return switch (meaning) {
            case EMAIL,
                    GENDER,
                    NAME_PREFIX,
                    BIRTH_DATE,
                    IBAN,
                    BIC,
                    CARD,
                    CARD_EXPIRY,
                    ISIN,
                    ISBN,
                    ISSN,
                    EAN,
                    VIN,
                    IMEI,
                    CURRENCY_CODE,
                    COUNTRY_CODE,
                    STATE_CODE,
                    COORDINATES,
                    LATITUDE,
                    LONGITUDE,
                    URL,
                    IP,
                    NETWORK,
                    MAC,
                    USER_AGENT,
                    UUID,
                    DIGEST,
                    JWT,
                    FILE_NAME,
                    MIME_TYPE,
                    COLOUR,
                    LANGUAGE,
                    LANGUAGE_CODE,
                    LOCALE,
                    TIME_ZONE,
                    VERSION,
                    BASE64,
                    DATE_TEXT,
                    TIME_TEXT,
                    HTML,
                    JSON,
                    XML -> true;
            case COUNTRY -> isAtLeast(FEW, KnownWords.COUNTRIES::has);
            case PHONE ->
                isAtLeast(FEW, value -> ValueTests.fits(Meaning.PHONE, value) && !Regex.matches("\\d+", value.strip()));
            case FIRST_NAME -> isAtLeast(0.5, KnownWords.FIRST_NAMES::hasWordOf);
            case LAST_NAME -> isAtLeast(0.5, KnownWords.LAST_NAMES::hasWordOf);
            case FULL_NAME -> isAtLeast(0.5, KnownWords.FIRST_NAMES::hasWordOf);
            case STREET, ADDRESS -> isAtLeast(0.5, KnownWords.STREET_WORDS::hasWordOf);
            case JOB -> isAtLeast(0.5, KnownWords.JOB_WORDS::hasWordOf);
            case FREE_TEXT, DESCRIPTION -> words >= 5;
            default -> false;
        };
    }
}
