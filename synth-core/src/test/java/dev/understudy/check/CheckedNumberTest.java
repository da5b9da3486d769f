package dev.understudy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedNumberTest {
    private static final int MADE = 2_000;

    /** Examples out of the issuers' specifications. */
    @ParameterizedTest
    @CsvSource({
        "DE_TAX_ID, 86095742719",
        "FR_NIR, 2 55 08 14 168 025 38",
        "ES_DNI, 12345678Z",
        "IT_CODICE_FISCALE, RSSMRA85T10A562S",
        "PT_NIF, 123456789",
        "NL_BSN, 111222333",
        "BE_NATIONAL, 85.07.30-033.28",
        "SE_PERSONNUMMER, 811218-9876",
        "FI_HETU, 131052-308T",
        "PL_PESEL, 44051401359",
        "CZ_RODNE_CISLO, 710319/2745",
        "CH_AHV, 756.9217.0769.85",
        "AT_SVNR, 1237 010180",
        "IE_PPS, 1234567T",
        "BR_CPF, 111.444.777-35",
        "CL_RUT, 12.345.678-5",
        "AR_CUIL, 20-12345678-6",
        "MX_CURP, HEGG560427MVZRRL04",
        "IN_AADHAAR, 9999 4105 7058",
        "CN_RESIDENT, 11010519491231002X",
        "ZA_ID, 8001015009087",
        "TR_KIMLIK, 10000000146",
        "AU_TFN, 123 456 782",
        "JP_MY_NUMBER, 123456789018",
        "CA_SIN, 046 454 286",
        "GB_NHS, 943 476 5919",
        "GB_NINO, QQ 12 34 56 C",
        "US_SSN, 078-05-1120",
        "DE_VAT, DE136695976",
        "FR_VAT, FR40303265045",
        "IT_VAT, IT00743110157",
        "BE_VAT, BE0428759497",
        "PL_VAT, PL8567346215",
        "BR_CNPJ, 11.444.777/0001-61",
        "EAN_13, 4006381333931",
        "UPC_A, 036000291452",
        "ISBN_13, 978-0-306-40615-7",
        "ISBN_10, 0-306-40615-2",
        "ISSN, 0378-5955",
        "VIN, 1M8GDM9AXKP042788",
        "IMEI, 490154203237518",
        "ABA_ROUTING, 111000025",
        "ISIN, US0378331005",
        "CARD, 4111 1111 1111 1111"
    })
    void publishedExamplesAreKnown(CheckedNumber kind, String text) {
        assertThat(kind.fits(text)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CheckedNumber.class)
    void madeNumbersPassTheirOwnCheckAndDiffer(CheckedNumber kind) {
        Set<String> made = new HashSet<>();
        long step = Math.max(1, kind.size() / MADE);
        for (long i = 0; i < MADE && i * step < kind.size(); i++) {
            String text = kind.make(i * step);
            assertThat(kind.fits(text)).as(kind + " " + text).isTrue();
            assertThat(made.add(text)).as(kind + " twice " + text).isTrue();
        }
        assertThat(kind.fits(kind.make(kind.size() - 1))).isTrue();
        for (long i = 0; i < MADE && i < kind.size(); i++) {
            assertThat(made.add(kind.make(i)) || i % step == 0)
                    .as(kind + " twice " + i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(CheckedNumber.class)
    void aWrongLastDigitIsNoticed(CheckedNumber kind) {
        String text = kind.make(17);
        char last = text.charAt(text.length() - 1);
        String wrong = text.substring(0, text.length() - 1) + (last == '9' || last > 'Y' ? '0' : (char) (last + 1));

        assertThat(kind.isChecked() && kind.fits(wrong) && !isCheckedElsewhere(kind))
                .isFalse();
    }

    /** The check digit of these is not the last. */
    private static boolean isCheckedElsewhere(CheckedNumber kind) {
        return kind == CheckedNumber.AT_SVNR || kind == CheckedNumber.VIN;
    }

    @Test
    void theKindOfAColumnIsToldByItsValues() {
        List<String> cpf = List.of("111.444.777-35", CheckedNumber.BR_CPF.make(3), CheckedNumber.BR_CPF.make(4));

        assertThat(CheckedNumber.of(cpf, CheckedNumber.Kind.PERSON, 1)).contains(CheckedNumber.BR_CPF);
        assertThat(CheckedNumber.of(List.of("12345"), CheckedNumber.Kind.PERSON, 1))
                .isEmpty();
    }
}
