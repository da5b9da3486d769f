package dev.understudy.check;

import static dev.understudy.check.CheckDigits.digits;
import static dev.understudy.check.CheckDigits.remainder;
import static dev.understudy.check.CheckDigits.weighted;

import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.ISBN10CheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISINCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Completes numbers that hold letters, or whose check may be one. As {@link WeightedChecks}. */
final class LetterChecks {
    private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String PPS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String RESIDENT = "10X98765432";
    private static final String CURP = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final String VIN_VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    /** Values of 0 to 9 and A to Z in odd places of an Italian tax code. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private LetterChecks() {}

    static String nir(String t) {
        return t.substring(0, 13) + digits(97 - remainder(t.substring(0, 13), 97), 2);
    }

    static String dni(String t) {
        int first = "XYZ".indexOf(t.charAt(0));
        String number = (first < 0 ? t.substring(0, 1) : String.valueOf(first)) + t.substring(1, 8);
        return t.substring(0, 8) + DNI.charAt(Integer.parseInt(number) % DNI.length());
    }

    static String codiceFiscale(String t) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = t.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return t.substring(0, 15) + (char) ('A' + sum % 26);
    }

    static String hetu(String t) {
        int end = t.length() - 1;
        String number = t.substring(0, 6) + t.substring(end - 3, end);
        return t.substring(0, end) + HETU.charAt(Integer.parseInt(number) % HETU.length());
    }

    static String pps(String t) {
        int sum = weighted(t, 8, 7, 6, 5, 4, 3, 2);
        String second = t.length() > 8 ? t.substring(8) : "";
        sum += second.isEmpty() || second.equals("W") ? 0 : 9 * (second.charAt(0) - 'A' + 1);
        return t.substring(0, 7) + PPS.charAt(sum % PPS.length()) + second;
    }

    static String rut(String t) {
        int end = t.length() - 1;
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum += (t.charAt(end - 1 - i) - '0') * (2 + i % 6);
        }
        int check = (11 - sum % 11) % 11;
        return t.substring(0, end) + (check == 10 ? "K" : String.valueOf(check));
    }

    static String curp(String t) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CURP.indexOf(t.charAt(i)) * (18 - i);
        }
        return t.substring(0, 17) + (10 - sum % 10) % 10;
    }

    static String resident(String t) {
        int sum = weighted(t, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return t.substring(0, 17) + RESIDENT.charAt(sum % 11);
    }

    static String issn(String t) {
        int check = (11 - weighted(t, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return t.substring(0, 7) + (check == 10 ? "X" : String.valueOf(check));
    }

    /** The check digit is the ninth (ISO 3779, as used in North America). */
    static String vin(String t) {
        int sum = 0;
        for (int i = 0; i < VIN_WEIGHTS.length; i++) {
            sum += VIN_VALUES.indexOf(t.charAt(i)) % 10 * VIN_WEIGHTS[i];
        }
        return t.substring(0, 8) + "0123456789X".charAt(sum % 11) + t.substring(9);
    }

    static String isbn10(String t) {
        return by(ISBN10CheckDigit.ISBN10_CHECK_DIGIT, t);
    }

    static String isin(String t) {
        return by(ISINCheckDigit.ISIN_CHECK_DIGIT, t);
    }

    static String verhoeff(String t) {
        return by(VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT, t);
    }

    private static String by(CheckDigit routine, String t) {
        String body = t.substring(0, t.length() - 1);
        try {
            return body + routine.calculate(body);
        } catch (CheckDigitException e) {
            return body + CheckDigits.NONE;
        }
    }
}
