package dev.understudy.check;

import static dev.understudy.check.CheckDigits.digits;
import static dev.understudy.check.CheckDigits.letters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kinds of numbers with check digits, by the public specifications of those who issue them.
 *
 * <p>Each completes a number without its check digits, and from that both directions follow: a text is one if completing
 * it gives it back, and a new one is completed from a counter. New ones lie where nothing is issued, or among people born
 * from 1900 to 1908, so that they belong to nobody who could be harmed.
 */
public enum CheckedNumber {
    /** No check digit; areas from 900 are never issued. */
    US_SSN(Kind.PERSON, "US", 9, "(?!000|666)\\d{3}(?!00)\\d{6}", t -> t, 90_000_000, CheckedNumber::areaFrom900),
    /** No check digit; the prefix QQ is reserved for examples. */
    GB_NINO(
            Kind.PERSON,
            "GB",
            9,
            "(QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\\d{6}[A-D]",
            t -> t,
            4_000_000,
            n -> "QQ" + digits(n / 4, 6) + "ABCD".charAt((int) (n % 4))),
    GB_NHS(Kind.PERSON, "GB", 10, "\\d{10}", WeightedChecks::nhs, 10_000_000, n -> "9" + digits(n, 7) + "0"),
    CA_SIN(Kind.PERSON, "CA", 9, "\\d{9}", WeightedChecks::luhn, 10_000_000, n -> "0" + digits(n, 7)),
    /** A first digit 0 marks test numbers. */
    DE_TAX_ID(Kind.PERSON, "DE", 11, "\\d{11}", WeightedChecks::hybrid11, 1_000_000_000, n -> "0" + digits(n, 9)),
    FR_NIR(
            Kind.PERSON,
            "FR",
            15,
            "[12]\\d{14}",
            LetterChecks::nir,
            3_000_000,
            n -> Born.of(n, "1%1$02d%2$02d99%4$03d%3$03d")),
    ES_DNI(Kind.PERSON, "ES", 9, "[\\dXYZ]\\d{7}[A-Z]", LetterChecks::dni, 1_000_000, n -> "00" + digits(n, 6)),
    IT_CODICE_FISCALE(
            Kind.PERSON,
            "IT",
            16,
            "[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]",
            LetterChecks::codiceFiscale,
            17_576_000,
            n -> "XX" + letters(n / 1000, 3) + "X00A01Z" + digits(n, 3)),
    PT_NIF(Kind.PERSON, "PT", 9, "[1235-9]\\d{8}", WeightedChecks::nif, 1_000_000, n -> "39" + digits(n, 6)),
    NL_BSN(Kind.PERSON, "NL", 9, "\\d{9}", WeightedChecks::bsn, 1_000_000, n -> "9" + digits(n, 6) + "0"),
    BE_NATIONAL(
            Kind.PERSON,
            "BE",
            11,
            Born.YEAR_MONTH_DAY + "\\d{5}",
            WeightedChecks::belgian,
            3_000_000,
            n -> Born.of(n, "%1$02d%2$02d%3$02d%4$03d")),
    SE_PERSONNUMMER(
            Kind.PERSON,
            "SE",
            12,
            "(19|20)?" + Born.YEAR_MONTH_DAY + "\\d{4}",
            WeightedChecks::personnummer,
            3_000_000,
            n -> Born.of(n, "19%1$02d%2$02d%3$02d%4$03d")),
    NO_FODSELSNUMMER(
            Kind.PERSON,
            "NO",
            11,
            Born.DAY_MONTH + "\\d{7}",
            WeightedChecks::fodselsnummer,
            300_000,
            n -> Born.of(10 * n, "%3$02d%2$02d%1$02d%4$03d")),
    FI_HETU(
            Kind.PERSON,
            "FI",
            11,
            Born.DAY_MONTH + "\\d{2}[-+A]?\\d{3}[0-9A-FHJ-NPR-Y]",
            LetterChecks::hetu,
            3_000_000,
            n -> Born.of(n, "%3$02d%2$02d%1$02d-%4$03d")),
    PL_PESEL(
            Kind.PERSON,
            "PL",
            11,
            "\\d{2}[0-9][0-9]" + Born.DAY + "\\d{5}",
            WeightedChecks::pesel,
            30_000_000,
            n -> Born.of(n / 10, "%1$02d%2$02d%3$02d%4$03d") + n % 10),
    CZ_RODNE_CISLO(
            Kind.PERSON,
            "CZ",
            10,
            "\\d{2}[0-8][0-9]" + Born.DAY + "\\d{4}",
            WeightedChecks::rodne,
            300_000,
            n -> Born.of(10 * n, "%1$02d%2$02d%3$02d%4$03d")),
    CH_AHV(Kind.PERSON, "CH", 13, "756\\d{10}", WeightedChecks::gs1, 100_000_000, n -> "7560" + digits(n, 8)),
    AT_SVNR(
            Kind.PERSON,
            "AT",
            10,
            "[1-9]\\d{3}" + Born.DAY_MONTH + "\\d{2}",
            WeightedChecks::svnr,
            200_000,
            n -> Born.of(n / 80 * 1000 + n % 80 * 10 + 100, "%4$03d0%3$02d%2$02d%1$02d")),
    IE_PPS(Kind.PERSON, "IE", 8, "\\d{7}[A-W][A-IW]?", LetterChecks::pps, 1_000_000, n -> "0" + digits(n, 6)),
    BR_CPF(Kind.PERSON, "BR", 11, "\\d{11}", WeightedChecks::cpf, 10_000_000, n -> "00" + digits(n, 7)),
    CL_RUT(Kind.PERSON, "CL", 9, "\\d{7,8}[\\dK]", LetterChecks::rut, 1_000_000, n -> "99" + digits(n, 6)),
    AR_CUIL(
            Kind.PERSON,
            "AR",
            11,
            "(2[03-7]|3[034])\\d{9}",
            WeightedChecks::cuil,
            100_000,
            n -> "2700" + digits(n, 5) + "0"),
    MX_CURP(
            Kind.PERSON,
            "MX",
            18,
            "[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d",
            LetterChecks::curp,
            11_881_376,
            n -> "XX" + letters(n / 17_576, 2) + "000101HNE" + letters(n, 3) + "0"),
    IN_AADHAAR(Kind.PERSON, "IN", 12, "\\d{12}", LetterChecks::verhoeff, 1_000_000_000, n -> "10" + digits(n, 9)),
    CN_RESIDENT(
            Kind.PERSON,
            "CN",
            18,
            "[1-9]\\d{5}(19|20)" + Born.YEAR_MONTH_DAY + "\\d{3}[\\dX]",
            LetterChecks::resident,
            3_000_000,
            n -> Born.of(n, "99999919%1$02d%2$02d%3$02d%4$03d")),
    ZA_ID(
            Kind.PERSON,
            "ZA",
            13,
            Born.YEAR_MONTH_DAY + "\\d{4}[01]\\d{2}",
            WeightedChecks::luhn,
            30_000_000,
            n -> Born.of(n / 10, "%1$02d%2$02d%3$02d%4$03d") + n % 10 + "08"),
    TR_KIMLIK(Kind.PERSON, "TR", 11, "[1-9]\\d{10}", WeightedChecks::kimlik, 10_000_000, n -> "99" + digits(n, 7)),
    AU_TFN(Kind.PERSON, "AU", 9, "\\d{9}", WeightedChecks::tfn, 1_000_000, n -> "0" + digits(n, 6) + "0"),
    KR_RRN(
            Kind.PERSON,
            "KR",
            13,
            Born.YEAR_MONTH_DAY + "[0-9]\\d{6}",
            WeightedChecks::rrn,
            3_000_000,
            n -> Born.of(n, "%1$02d%2$02d%3$02d9%4$03d00")),
    JP_MY_NUMBER(Kind.PERSON, "JP", 12, "\\d{12}", WeightedChecks::myNumber, 1_000_000_000, n -> "00" + digits(n, 9)),

    DE_VAT(Kind.COMPANY, "DE", 11, "DE\\d{9}", WeightedChecks::germanVat, 10_000_000, n -> "DE0" + digits(n, 7)),
    FR_VAT(Kind.COMPANY, "FR", 13, "FR\\d{11}", WeightedChecks::frenchVat, 10_000_000, n -> "FR000" + digits(n, 7)),
    IT_VAT(Kind.COMPANY, "IT", 13, "IT\\d{11}", WeightedChecks::italianVat, 10_000_000, n -> "IT000" + digits(n, 7)),
    NL_VAT(Kind.COMPANY, "NL", 14, "NL\\d{9}B\\d{2}", t -> t, 10_000_000, n -> "NL00" + digits(n, 7) + "B99"),
    BE_VAT(Kind.COMPANY, "BE", 12, "BE[01]\\d{9}", WeightedChecks::belgianVat, 1_000_000, n -> "BE00" + digits(n, 6)),
    AT_VAT(Kind.COMPANY, "AT", 11, "ATU\\d{8}", t -> t, 10_000_000, n -> "ATU0" + digits(n, 7)),
    PL_VAT(Kind.COMPANY, "PL", 12, "PL\\d{10}", WeightedChecks::polishVat, 1_000_000, n -> "PL00" + digits(n, 6) + "0"),
    GB_VAT(Kind.COMPANY, "GB", 11, "GB\\d{9}(\\d{3})?", t -> t, 10_000_000, n -> "GB00" + digits(n, 7)),
    BR_CNPJ(Kind.COMPANY, "BR", 14, "\\d{14}", WeightedChecks::cnpj, 10_000_000, n -> "0" + digits(n, 7) + "9999"),

    EAN_13(Kind.ARTICLE, "", 13, "\\d{13}", WeightedChecks::gs1, 1_000_000_000, n -> "299" + digits(n, 9)),
    UPC_A(Kind.ARTICLE, "", 12, "\\d{12}", WeightedChecks::gs1, 1_000_000_000, n -> "49" + digits(n, 9)),
    EAN_8(Kind.ARTICLE, "", 8, "\\d{8}", WeightedChecks::gs1, 1_000_000, n -> "2" + digits(n, 6)),
    ISBN_13(Kind.BOOK, "", 13, "97[89]\\d{10}", WeightedChecks::gs1, 10_000_000, n -> "97999" + digits(n, 7)),
    ISBN_10(Kind.BOOK, "", 10, "\\d{9}[\\dX]", LetterChecks::isbn10, 1_000_000, n -> "999" + digits(n, 6)),
    ISSN(Kind.PERIODICAL, "", 8, "\\d{7}[\\dX]", LetterChecks::issn, 10_000, n -> "999" + digits(n, 4)),
    VIN(
            Kind.VEHICLE,
            "",
            17,
            "[A-HJ-NPR-Z0-9]{17}",
            LetterChecks::vin,
            100_000_000,
            n -> "ZZZ" + digits(n / 1_000_000, 2) + "XXX0RZ" + digits(n, 6)),
    IMEI(Kind.DEVICE, "", 15, "\\d{15}", WeightedChecks::luhn, 1_000_000_000, n -> "00999" + digits(n, 9)),
    ABA_ROUTING(Kind.BANK, "US", 9, "\\d{9}", WeightedChecks::aba, 1_000_000, n -> "99" + digits(n, 6)),
    ISIN(Kind.SECURITY, "", 12, "[A-Z]{2}[A-Z\\d]{9}\\d", LetterChecks::isin, 1_000_000_000, n -> "XX" + digits(n, 9)),
    CARD(Kind.CARD, "", 16, "[2-69]\\d{12,18}", WeightedChecks::luhn, 1_000_000_000, n -> "999999" + digits(n, 9));

    /** What such a number belongs to. */
    public enum Kind {
        PERSON,
        COMPANY,
        ARTICLE,
        BOOK,
        PERIODICAL,
        VEHICLE,
        DEVICE,
        BANK,
        SECURITY,
        CARD
    }

    private final Kind kind;
    private final String country;
    private final int length;
    private final Pattern form;
    private final UnaryOperator<String> complete;
    private final long size;
    private final LongFunction<String> body;

    CheckedNumber(
            Kind kind,
            String country,
            int length,
            String form,
            UnaryOperator<String> complete,
            long size,
            LongFunction<String> body) {
        this.kind = kind;
        this.country = country;
        this.length = length;
        this.form = Pattern.compile(form);
        this.complete = complete;
        this.size = size;
        this.body = body;
    }

    public Kind kind() {
        return kind;
    }

    /** ISO code of the country that issues it; empty for numbers of the world. */
    public String country() {
        return country;
    }

    /** How many different numbers can be made. */
    public long size() {
        return size;
    }

    /** True if there is a check digit, so that few texts of the form are such numbers by chance. */
    public boolean isChecked() {
        return this != US_SSN && this != GB_NINO && this != NL_VAT && this != AT_VAT && this != GB_VAT;
    }

    /** True if {@code text}, apart from blanks, dots, hyphens and slashes, is such a number and its check digits are right. */
    public boolean fits(String text) {
        String compact = compact(text);
        return form.matcher(compact).matches() && complete.apply(compact).equals(compact);
    }

    /**
     * A number of this kind that belongs to nobody, without separators; different counters give different texts.
     *
     * @param counter 0 to {@link #size()} - 1
     */
    public String make(long counter) {
        StringBuilder text = new StringBuilder(body.apply(counter));
        int last = text.length() - 1;
        text.append("0".repeat(length - text.length()));
        String made = complete.apply(text.toString());
        // Some bodies have no check digit; those leave their last digit free.
        for (char digit = '1'; made.indexOf(CheckDigits.NONE) >= 0; digit++) {
            text.setCharAt(last, digit);
            made = complete.apply(text.toString());
        }
        return made;
    }

    /**
     * What most of {@code texts} are.
     *
     * @param share of texts that must fit, 0 to 1
     */
    public static Optional<CheckedNumber> of(List<String> texts, Kind kind, double share) {
        return Stream.of(values())
                .filter(number -> number.kind == kind)
                .filter(number -> number.fitsMost(texts, share))
                .findFirst();
    }

    /** Looks no further once too many do not fit. */
    private boolean fitsMost(List<String> texts, double share) {
        int left = texts.size();
        for (String text : texts) {
            if (!fits(text) && --left < share * texts.size()) {
                return false;
            }
        }
        return !texts.isEmpty();
    }

    /** Area, group and serial number; no group is 00. */
    private static String areaFrom900(long number) {
        return "9" + digits(number / 990_000, 2) + digits(number / 10_000 % 99 + 1, 2) + digits(number % 10_000, 4);
    }

    private String compact(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return this == FI_HETU ? upper : withoutSeparators(upper);
    }

    private static String withoutSeparators(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '.' && c != '-' && c != '/') {
                compact.append(c);
            }
        }
        return compact.length() == text.length() ? text : compact.toString();
    }
}
