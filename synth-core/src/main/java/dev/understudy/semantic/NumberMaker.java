package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import java.util.Locale;

/**
 * Numbers of cards, accounts, persons and machines in ranges that are not assigned to anybody; check digits are right.
 *
 * <p>Cards begin with 999999 (no issuer), German accounts belong to bank 99999999 (none), addresses lie in 240.0.0.0/4
 * (reserved since 1989), MAC addresses are locally administered, URLs are at example.com.
 */
final class NumberMaker implements TextMaker {
    /** Writes a number, below some size, as a text; different numbers as different texts. */
    @FunctionalInterface
    private interface Form {
        String of(long number);
    }

    private static final int CARD_DIGITS = 16;
    private static final int ACCOUNT_DIGITS = 10;
    private static final int IBAN_LENGTH = 22;
    private static final int IP_LENGTH = 15;
    private static final int MAC_LENGTH = 17;
    private static final int NETWORK_LENGTH = 18;

    private final Form form;
    private final Permutation permutation;
    private final boolean unique;
    private final Personas people;
    private final Draws own;
    private final int maxLength;

    private NumberMaker(MeaningRecipe recipe, Form form, long size, Personas people, Draws own) {
        this.form = form;
        this.permutation = new Permutation(size, own.at("order"));
        this.unique = recipe.unique();
        this.people = people;
        this.own = own;
        this.maxLength = recipe.maxLength();
    }

    static NumberMaker of(MeaningRecipe recipe, Personas people, Draws own) {
        int most = recipe.maxLength() == 0 ? 64 : recipe.maxLength();
        return switch (recipe.meaning()) {
            case CARD ->
                most < CARD_DIGITS
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(recipe, NumberMaker::card, Glyphs.DIGITS.space(9), people, own);
            case IBAN ->
                most < IBAN_LENGTH
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(recipe, NumberMaker::iban, Glyphs.DIGITS.space(ACCOUNT_DIGITS), people, own);
            case IP ->
                most < IP_LENGTH
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(recipe, NumberMaker::ip, 15L << 24, people, own);
            case NETWORK ->
                most < NETWORK_LENGTH
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(recipe, number -> ip(number << 8) + "/24", 15L << 16, people, own);
            case MAC ->
                most < MAC_LENGTH
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(recipe, NumberMaker::mac, 1L << 40, people, own);
            case URL ->
                most <= "https://example.com/".length()
                        ? digits(recipe, most, people, own)
                        : new NumberMaker(
                                recipe, NumberMaker::url, Glyphs.LOWER_DIGITS.space(urlDigits(most)), people, own);
            default -> digits(recipe, Math.min(11, most), people, own);
        };
    }

    private static NumberMaker digits(MeaningRecipe recipe, int length, Personas people, Draws own) {
        Form form = number -> {
            // No tax or social security number of any country begins with four nines.
            StringBuilder text = new StringBuilder("9999".substring(0, Math.min(4, length / 2)));
            Glyphs.DIGITS.write(number, length - text.length(), text);
            return text.toString();
        };
        return new NumberMaker(recipe, form, Glyphs.DIGITS.space(length - Math.min(4, length / 2)), people, own);
    }

    @Override
    public String make(long row, long persona, long serial) {
        long number = unique
                ? permutation.of(serial % permutation.size())
                : Long.remainderUnsigned(own.bits(people.key(persona)), permutation.size());
        return PersonaMaker.cut(form.of(number), maxLength);
    }

    private static String card(long number) {
        StringBuilder text = new StringBuilder("999999");
        Glyphs.DIGITS.write(number, 9, text);
        return text.append(luhn(text)).toString();
    }

    /** The digit that makes a number pass ISO 7812's check. */
    private static int luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static String iban(long number) {
        StringBuilder account = new StringBuilder("99999999");
        Glyphs.DIGITS.write(number, ACCOUNT_DIGITS, account);
        // Country DE as 13 14, check digits 00, modulo 97 (ISO 13616).
        int rest = 0;
        for (int i = 0; i < account.length(); i++) {
            rest = (rest * 10 + account.charAt(i) - '0') % 97;
        }
        rest = (int) ((rest * 1_000_000L + 131_400) % 97);
        int check = 98 - rest;
        return account.insert(0, check < 10 ? "DE0" : "DE")
                .insert(check < 10 ? 3 : 2, check)
                .toString();
    }

    private static String ip(long number) {
        return (240 + (number >> 24)) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static String mac(long number) {
        StringBuilder text = new StringBuilder("02");
        for (int shift = 32; shift >= 0; shift -= 8) {
            text.append(':');
            Glyphs.HEX_LOWER.write(number >> shift & 255, 2, text);
        }
        return text.toString();
    }

    private static int urlDigits(int most) {
        return Math.max(1, Math.min(8, most - "https://example.com/".length()));
    }

    private static String url(long number) {
        String digits = Long.toString(number, 36).toLowerCase(Locale.ROOT);
        return "https://example.com/" + digits;
    }

    @Override
    public long capacity() {
        return unique ? permutation.size() : Long.MAX_VALUE;
    }
}
