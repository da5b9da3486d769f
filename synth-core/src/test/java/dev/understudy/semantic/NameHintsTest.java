package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameHintsTest {

    @ParameterizedTest
    @CsvSource({
        "customer, first_name, FIRST_NAME",
        "customer, FirstName, FIRST_NAME",
        "people, nameFirst, FIRST_NAME",
        "people, nameLast, LAST_NAME",
        "kunden, Nachname, LAST_NAME",
        "kunde, vorname, FIRST_NAME",
        "clients, prenom, FIRST_NAME",
        "clients, nom, LAST_NAME",
        "clientes, apellido, LAST_NAME",
        "utenti, cognome, LAST_NAME",
        "usuarios, sobrenome, LAST_NAME",
        "customer, c_name, FULL_NAME",
        "customers, name, FULL_NAME",
        "customers, customer_name, FULL_NAME",
        "supplier, s_name, COMPANY",
        "suppliers, CompanyName, COMPANY",
        "suppliers, ContactName, FULL_NAME",
        "artist, Name, TITLE",
        "product, name, PRODUCT",
        "city, city, CITY",
        "city, name, CITY",
        "country, country, COUNTRY",
        "nation, n_name, COUNTRY",
        "customer, email, EMAIL",
        "users, email_address, EMAIL",
        "users, E-Mail, EMAIL",
        "usuarios, correo_electronico, EMAIL",
        "customer, c_phone, PHONE",
        "customer, Fax, PHONE",
        "kunde, telefonnummer, PHONE",
        "address, address2, ADDRESS_LINE",
        "address, address, STREET",
        "customer, BillingAddress, STREET",
        "invoice, BillingCity, CITY",
        "invoice, BillingPostalCode, POSTCODE",
        "adresse, plz, POSTCODE",
        "adresse, strasse, STREET",
        "address, zip_code, POSTCODE",
        "staff, username, USERNAME",
        "staff, password, PASSWORD_HASH",
        "film, title, TITLE",
        "film, description, DESCRIPTION",
        "employee, title, JOB",
        "employee, Title, JOB",
        "review, comment, FREE_TEXT",
        "orders, o_comment, FREE_TEXT",
        "log, client_ip, IP",
        "device, mac_address, MAC",
        "account, iban, IBAN",
        "payment, card_number, CARD",
        "person, ssn, NATIONAL_ID",
        "orders, order_number, CODE",
        "product, sku, CODE",
        "session, token, TOKEN",
        "site, website, URL",
        "people, birthCity, CITY",
        "people, birth_state, STATE",
        "shop, country_code, COUNTRY_CODE"
    })
    void aNameSuggestsItsMeaning(String table, String column, Meaning expected) {
        assertThat(TextObserver.byName(Columns.names(table), Columns.text(column)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"orders, status", "orders, priority", "film, rating", "lineitem, shipmode", "people, bats", "t, x"})
    void aNameWithoutSuchWordsSuggestsNothing(String table, String column) {
        assertThat(TextObserver.byName(Columns.names(table), Columns.text(column)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"invoice, BillingCity, billing", "people, deathCity, death", "customer, city, ''"})
    void theRoleOfAPlaceIsKept(String table, String column, String role) {
        assertThat(NameWords.of(Columns.names(table), column).role()).isEqualTo(role);
    }
}
