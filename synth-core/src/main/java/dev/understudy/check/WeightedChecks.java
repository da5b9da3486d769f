package dev.understudy.check;

import static dev.understudy.check.CheckDigits.digits;
import static dev.understudy.check.CheckDigits.remainder;
import static dev.understudy.check.CheckDigits.weighted;
import static dev.understudy.check.CheckDigits.with;

/** Completes numbers whose check digits are digits. Each takes a text of full length and puts the right ones in their place. */
final class WeightedChecks {
    private WeightedChecks() {}

    /** ISO 7812: doubles every second digit from the right. */
    static String luhn(String t) {
        int n = t.length() - 1;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int digit = t.charAt(n - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return with(t, n, (10 - sum % 10) % 10);
    }

    /** GS1: weights 3 and 1 from the right. */
    static String gs1(String t) {
        int n = t.length() - 1;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (t.charAt(n - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return with(t, n, (10 - sum % 10) % 10);
    }

    /** ISO 7064, MOD 11,10. */
    static String hybrid11(String t) {
        int n = t.length() - 1;
        int product = 10;
        for (int i = 0; i < n; i++) {
            int sum = (t.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return with(t, n, (11 - product) % 10);
    }

    static String nhs(String t) {
        return with(t, 9, (11 - weighted(t, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11);
    }

    static String nif(String t) {
        int rest = weighted(t, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return with(t, 8, rest < 2 ? 0 : 11 - rest);
    }

    /** The test of eleven. */
    static String bsn(String t) {
        return with(t, 8, weighted(t, 9, 8, 7, 6, 5, 4, 3, 2) % 11);
    }

    static String belgian(String t) {
        String body = t.substring(0, 9);
        String before2000 = body + digits(97 - remainder(body, 97), 2);
        String since2000 = body + digits(97 - remainder("2" + body, 97), 2);
        return t.equals(since2000) ? since2000 : before2000;
    }

    static String personnummer(String t) {
        int century = t.length() - 10;
        return t.substring(0, century) + luhn(t.substring(century));
    }

    static String fodselsnummer(String t) {
        int first = (11 - weighted(t, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
        if (first == 10) {
            return t.substring(0, 9) + CheckDigits.NONE;
        }
        String ten = with(t, 9, first);
        return with(ten, 10, (11 - weighted(ten, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11);
    }

    static String pesel(String t) {
        return with(t, 10, (10 - weighted(t, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10);
    }

    static String rodne(String t) {
        return with(t, 9, remainder(t.substring(0, 9), 11));
    }

    /** The check digit is the fourth. */
    static String svnr(String t) {
        int check = weighted(t, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
        // The counter gives way where the remainder is 10; made numbers leave the third digit free.
        return check == 10 && t.charAt(2) == '0'
                ? svnr(t.substring(0, 2) + "1" + t.substring(3))
                : with(t, 3, check) + t.substring(4);
    }

    static String cpf(String t) {
        String ten = with(t, 9, tens(weighted(t, 10, 9, 8, 7, 6, 5, 4, 3, 2)));
        return with(ten, 10, tens(weighted(ten, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)));
    }

    static String cnpj(String t) {
        String thirteen = with(t, 12, tens(weighted(t, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)));
        return with(thirteen, 13, tens(weighted(thirteen, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)));
    }

    private static int tens(int sum) {
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    static String cuil(String t) {
        return with(t, 10, (11 - weighted(t, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11);
    }

    static String kimlik(String t) {
        int odd = weighted(t, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(t, 0, 1, 0, 1, 0, 1, 0, 1);
        String ten = with(t, 9, Math.floorMod(7 * odd - even, 10));
        return with(ten, 10, weighted(ten, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10);
    }

    static String tfn(String t) {
        // Σ must be divisible by 11 with weight 10 of the last digit, which is -1.
        return with(t, 8, weighted(t, 1, 4, 3, 7, 5, 8, 6, 9) % 11);
    }

    static String rrn(String t) {
        return with(t, 12, (11 - weighted(t, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10);
    }

    static String myNumber(String t) {
        int rest = weighted(t, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return with(t, 11, rest <= 1 ? 0 : 11 - rest);
    }

    static String germanVat(String t) {
        return "DE" + hybrid11(t.substring(2));
    }

    static String frenchVat(String t) {
        String siren = luhn(t.substring(4));
        return "FR" + digits((12 + 3L * remainder(siren, 97)) % 97, 2) + siren;
    }

    static String italianVat(String t) {
        return "IT" + luhn(t.substring(2));
    }

    static String belgianVat(String t) {
        return t.substring(0, 10) + digits(97 - remainder(t.substring(2, 10), 97), 2);
    }

    static String polishVat(String t) {
        return "PL" + with(t.substring(2), 9, weighted(t.substring(2), 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11);
    }

    static String aba(String t) {
        return with(t, 8, (10 - weighted(t, 3, 7, 1, 3, 7, 1, 3, 7) % 10) % 10);
    }
}
