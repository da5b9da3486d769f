package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.check.CheckedNumber.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says of one value whether it could have a meaning. Stateless.
 *
 * <p>Where a form or a check digit tells, the test is strict; of names, streets and titles it only says what they surely are
 * not, and the column's name or word lists must say the rest.
 */
final class ValueTests {
    /** Formats of dates in text, the most specific first; all but the last need no guess about the order of day and month. */
    static final List<String> DATE_FORMATS = DateForms.DATES;

    private ValueTests() {}

    static boolean fits(Meaning meaning, String value) {
        String text = value.strip();
        return switch (meaning) {
            case FIRST_NAME, LAST_NAME, MIDDLE_NAME -> PersonForms.isName(text);
            case FULL_NAME -> PersonForms.isFullName(text);
            case NAME_PREFIX -> KnownWords.NAME_PREFIXES.has(text) || Regex.matches("\\p{Lu}\\p{L}{1,5}\\.", text);
            case GENDER -> KnownWords.GENDERS.has(text);
            case AGE -> Regex.matches("\\d{1,3}", text) && Integer.parseInt(text) <= 125;
            case NATIONALITY -> PersonForms.isPlace(text);
            case EMAIL -> PersonForms.isEmail(text);
            case PHONE -> PersonForms.isPhone(text);
            case USERNAME -> PersonForms.isUserName(text);
            case NATIONAL_ID -> isCode(text, 5, 24) && words(text) <= 3;
            case PASSPORT, DRIVING_LICENCE -> isCode(text, 5, 20);
            case TAX_NUMBER -> isCode(text, 6, 20);
            case LICENCE_PLATE -> isCode(text, 2, 12) && text.equals(text.toUpperCase(Locale.ROOT));
            case STREET, ADDRESS_LINE, ADDRESS -> hasLetter(text) && words(text) <= 20;
            case HOUSE_NUMBER -> Regex.matches("\\d{1,5}([ -]?[A-Za-z]|[/-]\\d{1,4})?", text);
            case CITY, STATE, COUNTRY, DISTRICT -> PersonForms.isPlace(text);
            case STATE_CODE -> Regex.matches("[A-Za-z]{2,3}", text);
            case COUNTRY_CODE -> Regex.matches("[A-Za-z]{2,3}", text);
            case POSTCODE -> PersonForms.isPostcode(text);
            case LATITUDE -> isDegrees(text, 90);
            case LONGITUDE -> isDegrees(text, 180);
            case COORDINATES -> isCoordinates(text);
            case IBAN -> MoneyForms.isIban(text);
            case BIC -> MoneyForms.isBic(text);
            case CARD -> MoneyForms.isCard(text);
            case CARD_EXPIRY -> Regex.matches("(0[1-9]|1[0-2])[/-]?(\\d{2}|20\\d{2})", text);
            case CARD_CHECK -> Regex.matches("\\d{3,4}", text);
            case ACCOUNT_NUMBER -> isCode(text, 4, 34);
            case ROUTING_NUMBER -> Regex.matches("\\d{5,9}|\\d{2}-\\d{2}-\\d{2}|\\d{3}-\\d{3}", text);
            case CURRENCY_CODE -> KnownWords.CURRENCY_CODES.has(text);
            case CURRENCY -> hasLetter(text) && words(text) <= 5;
            case ISIN -> isChecked(Kind.SECURITY, text);
            case EAN -> isChecked(Kind.ARTICLE, text) || CheckedNumber.ISBN_13.fits(text);
            case ISBN -> isChecked(Kind.BOOK, text);
            case ISSN -> isChecked(Kind.PERIODICAL, text);
            case IMEI -> isChecked(Kind.DEVICE, text);
            case VIN -> Regex.matches("(?i)[A-HJ-NPR-Z0-9]{17}", text) && hasDigit(text);
            case UUID,
                    DIGEST,
                    PASSWORD_HASH,
                    TOKEN,
                    JWT,
                    URL,
                    HOST,
                    IP,
                    NETWORK,
                    MAC,
                    USER_AGENT,
                    FILE_NAME,
                    FILE_PATH,
                    MIME_TYPE,
                    COLOUR,
                    LANGUAGE,
                    LANGUAGE_CODE,
                    LOCALE,
                    TIME_ZONE,
                    VERSION,
                    BASE64,
                    SLUG,
                    HTML,
                    JSON,
                    XML -> TechnicalForms.fits(meaning, text);
            case BIRTH_DATE, DATE_TEXT -> DateForms.of(text).isPresent();
            case TIME_TEXT -> Regex.matches("([01]?\\d|2[0-9]):[0-5]\\d(:[0-5]\\d)?( ?[APap][Mm])?", text);
            case NUMBER_TEXT -> Regex.matches("[-+]?\\d{1,15}([.,]\\d{1,8})?([eE][-+]?\\d{1,3})?", text);
            case BOOLEAN_TEXT -> KnownWords.BOOLEANS.has(text);
            case CODE -> text.length() <= 40 && words(text) <= 3;
            case COMPANY, JOB, DEPARTMENT, PRODUCT, TITLE -> hasLetter(text) && words(text) <= 15;
            case DESCRIPTION, FREE_TEXT -> hasLetter(text);
            case OTHER -> true;
        };
    }

    private static boolean isChecked(Kind kind, String text) {
        return Stream.of(CheckedNumber.values())
                .anyMatch(number -> number.kind() == kind && number.isChecked() && number.fits(text));
    }

    private static boolean isCode(String text, int shortest, int longest) {
        return text.length() >= shortest && text.length() <= longest && hasDigit(text);
    }

    private static boolean isDegrees(String text, int most) {
        return Regex.matches("[-+]?\\d{1,3}\\.\\d{2,}", text) && Math.abs(Double.parseDouble(text)) <= most;
    }

    private static boolean isCoordinates(String text) {
        String[] parts = text.replaceAll("[()\\[\\]]", "").split("[,; ]\\s*");
        return parts.length == 2 && isDegrees(parts[0], 90) && isDegrees(parts[1], 180);
    }

    /** The first format that {@code text} can be read with. */
    static Optional<String> dateFormat(String text) {
        return DateForms.of(text);
    }

    static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            if (!blank && !inside) {
                words++;
            }
            inside = !blank;
        }
        return words;
    }

    static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
