package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/** What accounts, banks and cards look like. */
final class MoneyForms {
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?");

    private MoneyForms() {}

    static boolean isIban(String text) {
        return IBANValidator.getInstance().isValid(text.replace(" ", ""));
    }

    static boolean isBic(String text) {
        return BIC.matcher(text).matches()
                && KnownWords.COUNTRY_CODES.has(text.substring(4, 6).toUpperCase(Locale.ROOT));
    }

    static boolean isCard(String text) {
        return Regex.matches("\\d[\\d \\-]{11,21}\\d", text) && CheckedNumber.CARD.fits(text);
    }
}
