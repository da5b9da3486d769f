package dev.understudy.semantic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Says of one value whether it could have a meaning. Stateless. */
final class ValueTests {
    /** Formats of dates in text, the most specific first; all but the last need no guess about the order of day and month. */
    static final List<String> DATE_FORMATS = List.of(
            "uuuu-MM-dd'T'HH:mm:ss'Z'",
            "uuuu-MM-dd'T'HH:mm:ss",
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd HH:mm",
            "uuuu-MM-dd",
            "uuuu/MM/dd",
            "uuuu-MM",
            "dd.MM.uuuu HH:mm",
            "dd.MM.uuuu",
            "MM/dd/uuuu",
            "dd/MM/uuuu");

    private static final List<DateTimeFormatter> DATES = DATE_FORMATS.stream()
            .map(format -> DateTimeFormatter.ofPattern(format, Locale.ROOT))
            .toList();
    /** Test databases are full of addresses at names that are reserved and so no domains. */
    private static final EmailValidator EMAIL = new EmailValidator(
            false,
            false,
            DomainValidator.getInstance(
                    false, List.of(new DomainValidator.Item(DomainValidator.ArrayType.GENERIC_PLUS, new String[] {
                        "example", "internal", "invalid", "lan", "local", "localhost", "test"
                    }))));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.\\- ]{0,40}");
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.\\-]*(,? [\\p{L}\\p{M}'’.\\-]+){1,4}");
    private static final Pattern PLACE = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.,()/&\\- ]{1,60}");
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Za-z]{2,3}");
    private static final Pattern POSTCODE = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 \\-]{1,9}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./\\-]{4,22}(\\s?(x|ext\\.?)\\s?\\d{1,6})?");
    private static final Pattern URL = Pattern.compile("(?i)((https?|ftp)://|www\\.)\\S+\\.\\S+");
    private static final Pattern MAC = Pattern.compile("(?i)([0-9a-f]{2}[:\\-]){5}[0-9a-f]{2}");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,128}|[0-9A-F]{16,128}");
    private static final Pattern CARD = Pattern.compile("\\d[\\d \\-]{11,21}\\d");
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\d][\\p{L}\\d._\\-]{1,39}");
    private static final Pattern XML = Pattern.compile("(?s)\\s*<[?!A-Za-z].*>\\s*");

    private ValueTests() {}

    static boolean fits(Meaning meaning, String value) {
        String text = value.strip();
        return switch (meaning) {
            case EMAIL -> text.indexOf('@') > 0 && EMAIL.isValid(text);
            case PHONE -> isPhone(text);
            case FIRST_NAME, LAST_NAME -> NAME.matcher(text).matches() && words(text) <= 3;
            case FULL_NAME -> FULL_NAME.matcher(text).matches();
            case CITY, STATE, COUNTRY -> PLACE.matcher(text).matches();
            case STATE_CODE, COUNTRY_CODE -> SHORT_CODE.matcher(text).matches();
            case POSTCODE -> POSTCODE.matcher(text).matches();
            case URL -> URL.matcher(text).matches();
            case IP -> InetAddressValidator.getInstance().isValid(text.replaceFirst("/\\d+$", ""));
            case MAC -> MAC.matcher(text).matches();
            case UUID -> UUID.matcher(text).matches();
            case DIGEST -> HEX.matcher(text).matches();
            case IBAN -> IBANValidator.getInstance().isValid(text.replace(" ", ""));
            case CARD -> isCard(text);
            case USERNAME -> USERNAME.matcher(text).matches();
            case NATIONAL_ID -> text.length() <= 24 && hasDigit(text) && words(text) <= 3;
            case TOKEN, PASSWORD_HASH -> text.length() >= 4 && text.indexOf(' ') < 0;
            case CODE -> text.length() <= 40 && words(text) <= 3;
            case DATE_TEXT -> dateFormat(text).isPresent();
            case JSON -> isJson(text);
            case XML -> XML.matcher(text).matches();
            case STREET, ADDRESS_LINE, COMPANY, JOB, PRODUCT, TITLE -> hasLetter(text) && words(text) <= 15;
            case DESCRIPTION, FREE_TEXT -> hasLetter(text);
            case OTHER -> true;
        };
    }

    /** The first format that {@code text} can be read with. */
    static Optional<String> dateFormat(String text) {
        if (text.length() < 7 || text.length() > 20 || !hasDigit(text)) {
            return Optional.empty();
        }
        for (int i = 0; i < DATES.size(); i++) {
            if (reads(DATES.get(i), text)) {
                return Optional.of(DATE_FORMATS.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean reads(DateTimeFormatter format, String text) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A number with country code must be a possible one; others are judged by their shape. */
    private static boolean isPhone(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits < 6 || digits > 18 || !PHONE.matcher(text).matches()) {
            return false;
        }
        return !text.startsWith("+") || PhoneNumberUtil.getInstance().isPossibleNumber(text, null) || digits >= 9;
    }

    private static boolean isCard(String text) {
        if (!CARD.matcher(text).matches()) {
            return false;
        }
        String digits = text.replaceAll("[ \\-]", "");
        return digits.length() >= 13 && digits.length() <= 19 && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }

    private static boolean isJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        try {
            JSON.readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
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
