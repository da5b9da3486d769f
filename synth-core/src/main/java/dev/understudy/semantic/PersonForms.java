package dev.understudy.semantic;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

/** What names, addresses and ways to reach somebody look like. */
final class PersonForms {
    /** Test databases are full of addresses at names that are reserved and so no domains. */
    private static final EmailValidator EMAIL = new EmailValidator(
            false,
            false,
            DomainValidator.getInstance(
                    false, List.of(new DomainValidator.Item(DomainValidator.ArrayType.GENERIC_PLUS, new String[] {
                        "example", "internal", "invalid", "lan", "local", "localhost", "test"
                    }))));

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.\\- ]{0,40}");
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.\\-]*\\d{0,4}(,? \\p{L}[\\p{L}\\p{M}'’.\\-]*\\d{0,4}){1,4}");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("\\s*[/&;,]\\s*");
    private static final Pattern PLACE = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.,()/&\\- ]{1,60}");
    private static final Pattern POSTCODE = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 \\-]{1,9}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./\\-]{4,22}(\\s?(x|ext\\.?)\\s?\\d{1,6})?");
    private static final Pattern WRITTEN_PHONE = Pattern.compile("(\\+\\d|\\(0?\\d{2,5}\\) ?\\d).*");
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\d_][\\p{L}\\d._\\-]{1,39}");

    private PersonForms() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && ValueTests.words(text) <= 3;
    }

    static boolean isFullName(String text) {
        return FULL_NAME.matcher(text).matches() || isSeveral(text);
    }

    /** Authors of one work: Rodgers/Hart. */
    private static boolean isSeveral(String text) {
        String[] parts = BETWEEN_PEOPLE.split(text);
        return parts.length > 1 && Stream.of(parts).allMatch(PersonForms::isName);
    }

    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    static boolean isPostcode(String text) {
        return POSTCODE.matcher(text).matches();
    }

    static boolean isUserName(String text) {
        return USERNAME.matcher(text).matches() || isEmail(text);
    }

    static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && EMAIL.isValid(text);
    }

    /** A number that is written as only phone numbers are: with the country's code, or the area's in parentheses. */
    static boolean isWrittenPhone(String text) {
        String plain = text.strip();
        return WRITTEN_PHONE.matcher(plain).matches() && isPhone(plain);
    }

    /** A number with country code must be a possible one; others are judged by their shape. */
    static boolean isPhone(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits < 6 || digits > 18 || !PHONE.matcher(text).matches()) {
            return false;
        }
        return !text.startsWith("+") || PhoneNumberUtil.getInstance().isPossibleNumber(text, null) || digits >= 9;
    }
}
