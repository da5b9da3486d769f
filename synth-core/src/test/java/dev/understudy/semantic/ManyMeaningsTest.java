package dev.understudy.semantic;

import static dev.understudy.semantic.Columns.names;
import static dev.understudy.semantic.Columns.observed;
import static dev.understudy.semantic.Columns.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.check.CheckedNumber;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyMeaningsTest {

    @Test
    void atLeastSixtyMeaningsAreToldApart() {
        assertThat(Meaning.values()).hasSizeGreaterThan(60);
    }

    /** English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish. */
    @ParameterizedTest
    @CsvSource({
        "kunden, Geburtsdatum, BIRTH_DATE",
        "clients, date_de_naissance, BIRTH_DATE",
        "clientes, fecha_nacimiento, BIRTH_DATE",
        "utenti, data_di_nascita, BIRTH_DATE",
        "clientes, data_nascimento, BIRTH_DATE",
        "klanten, geboortedatum, BIRTH_DATE",
        "kunder, födelsedatum, BIRTH_DATE",
        "klienci, data_urodzenia, BIRTH_DATE",
        "kunde, straße, STREET",
        "klant, straatnaam, STREET",
        "kund, gatuadress, STREET",
        "klient, ulica, STREET",
        "klant, huisnummer, HOUSE_NUMBER",
        "klant, achternaam, LAST_NAME",
        "kund, förnamn, FIRST_NAME",
        "klient, nazwisko, LAST_NAME",
        "klient, imię, FIRST_NAME",
        "kund, postnummer, POSTCODE",
        "klient, kod_pocztowy, POSTCODE",
        "klient, miasto, CITY",
        "kund, ort, CITY",
        "klant, woonplaats, CITY",
        "personas, género, GENDER",
        "klant, geslacht, GENDER",
        "personne, civilité, NAME_PREFIX",
        "kunde, anrede, NAME_PREFIX",
        "kunden, steuernummer, NATIONAL_ID",
        "klient, pesel, NATIONAL_ID",
        "klant, bsn, NATIONAL_ID",
        "firma, ust_id, TAX_NUMBER",
        "company, vat_number, TAX_NUMBER",
        "auto, kennzeichen, LICENCE_PLATE",
        "voiture, plaque_immatriculation, LICENCE_PLATE",
        "konto, kontonummer, ACCOUNT_NUMBER",
        "bank, blz, ROUTING_NUMBER",
        "bank, swift_code, BIC",
        "orders, currency_code, CURRENCY_CODE",
        "users, time_zone, TIME_ZONE",
        "files, mime_type, MIME_TYPE",
        "files, file_name, FILE_NAME",
        "visits, user_agent, USER_AGENT",
        "book, isbn, ISBN",
        "product, ean, EAN",
        "usuario, contraseña, PASSWORD_HASH",
        "mitarbeiter, abteilung, DEPARTMENT",
        "post, slug, SLUG",
        "place, latitude, LATITUDE"
    })
    void namesOfNineLanguagesAreUnderstood(String table, String column, Meaning expected) {
        assertThat(TextObserver.byName(names(table), text(column))).contains(expected);
    }

    private static Meaning told(String column, IntFunction<String> values) {
        return observed(60, values)
                .meaning(names("t"), text(column))
                .map(ColumnMeaning::meaning)
                .orElse(Meaning.OTHER);
    }

    @Test
    void numbersWithCheckDigitsNeedNoName() {
        assertThat(told("x", i -> CheckedNumber.BR_CPF.make(i * 31))).isEqualTo(Meaning.NATIONAL_ID);
        assertThat(told("x", i -> CheckedNumber.IT_CODICE_FISCALE.make(i * 31))).isEqualTo(Meaning.NATIONAL_ID);
        assertThat(told("x", i -> CheckedNumber.EAN_13.make(i * 31))).isEqualTo(Meaning.EAN);
        assertThat(told("x", i -> CheckedNumber.ISBN_13.make(i * 31))).isEqualTo(Meaning.ISBN);
        assertThat(told("x", i -> CheckedNumber.DE_VAT.make(i * 31))).isEqualTo(Meaning.TAX_NUMBER);
    }

    @Test
    void valuesOfAFormOfTheirOwnNeedNoName() {
        assertThat(told("x", i -> "10.0." + i + ".0/24")).isEqualTo(Meaning.NETWORK);
        assertThat(told("x", i -> "image/x-t" + i)).isEqualTo(Meaning.MIME_TYPE);
        assertThat(told("x", i -> "scan_" + i + ".pdf")).isEqualTo(Meaning.FILE_NAME);
        assertThat(told("x", i -> "%02d:%02d".formatted(i % 24, i))).isEqualTo(Meaning.TIME_TEXT);
        assertThat(told("x", i -> "48.1%03d, 11.5%03d".formatted(i, i))).isEqualTo(Meaning.COORDINATES);
        assertThat(told("x", i -> "<p>Number <b>" + i + "</b></p>")).isEqualTo(Meaning.HTML);
        assertThat(told("x", i -> "$2a$10$abcdefghijklmnopqrst" + i)).isEqualTo(Meaning.PASSWORD_HASH);
    }

    @Test
    void aNameThatSaysCountryIsHeldAgainstTheListOfCountries() {
        List<String> countries = List.of("France", "Deutschland", "España", "Polska", "Italia", "Sverige");

        assertThat(told("country", i -> countries.get(i % 6))).isEqualTo(Meaning.COUNTRY);
        assertThat(told("country", i -> "Segment " + (char) ('A' + i % 26))).isNotEqualTo(Meaning.COUNTRY);
    }

    @Test
    void agesAndPlacesOfNumbersAreTold() {
        Column age = Column.of("age", ColumnType.of(TypeFamily.INTEGER, "int"), true);
        Column latitude = Column.of("stop_lat", ColumnType.of(TypeFamily.REAL, "float8"), true);

        assertThat(observed(50, i -> Integer.toString(18 + i))
                        .meaning(names("t"), age)
                        .map(ColumnMeaning::meaning))
                .contains(Meaning.AGE);
        assertThat(observed(50, i -> Integer.toString(1800 + i)).meaning(names("t"), age))
                .isEmpty();
        assertThat(observed(50, i -> "37." + i).meaning(names("t"), latitude).map(ColumnMeaning::meaning))
                .contains(Meaning.LATITUDE);
    }

    @Test
    void whatNameAndValuesSayTogetherIsSurest() {
        double both = observed(50, i -> "a" + i + "@b.de")
                .meaning(names("t"), text("email"))
                .orElseThrow()
                .confidence();
        double values = observed(50, i -> "a" + i + "@b.de")
                .meaning(names("t"), text("x"))
                .orElseThrow()
                .confidence();
        double name = observed(50, i -> "Thing " + (char) ('a' + i % 26) + "q")
                .meaning(names("t"), text("title"))
                .orElseThrow()
                .confidence();

        assertThat(both).isEqualTo(1.0);
        assertThat(values).isBetween(0.8, 0.99);
        assertThat(name).isBetween(0.8, 0.99);
    }
}
