package dev.understudy.semantic;

import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a column's name suggests, in English, German, French, Spanish, Italian and Portuguese.
 *
 * <p>A pattern must match the whole name, or its end after an underscore. The order of the table matters: the first match
 * is the best guess, so {@code email_address} is no street.
 */
final class NameHints {
    private static final Map<Meaning, Pattern> HINTS = new LinkedHashMap<>();
    private static final Pattern ANY_NAME =
            ending("name", "names?", "nombre", "nome", "nom", "bezeichnung", "denominazione", "designation");
    private static final Pattern PERSONS = table(
            "customer",
            "client",
            "person",
            "people",
            "employee",
            "staff",
            "user",
            "member",
            "patient",
            "student",
            "teacher",
            "author",
            "actor",
            "driver",
            "contact",
            "player",
            "doctor",
            "guest",
            "owner",
            "passenger",
            "host",
            "instructor",
            "professor",
            "physician",
            "nurse",
            "applicant",
            "candidate",
            "subscriber",
            "borrower",
            "participant",
            "citizen",
            "director",
            "manager",
            "agent",
            "kunde",
            "mitarbeiter",
            "benutzer",
            "patienten",
            "personne",
            "utilisateur",
            "employe",
            "cliente",
            "empleado",
            "usuario",
            "persona",
            "paciente",
            "alumno",
            "dipendente",
            "utente",
            "pessoa",
            "funcionario",
            "aluno",
            "account_holder");
    private static final Pattern COMPANIES = table(
            "company",
            "companie",
            "supplier",
            "vendor",
            "manufacturer",
            "publisher",
            "organi[sz]ation",
            "employer",
            "firm",
            "shipper",
            "carrier",
            "airline",
            "bank",
            "agency",
            "agencie",
            "lieferant(en)?",
            "hersteller",
            "firma",
            "unternehmen",
            "fournisseur",
            "entreprise",
            "proveedor",
            "proveedore",
            "empresa",
            "fornitore",
            "azienda",
            "fornecedor",
            "fornecedore");
    private static final Pattern PRODUCTS = table(
            "product", "item", "article", "part", "artikel", "produkte?", "produit", "producto", "prodotto", "produto");
    private static final Pattern CITIES = table("city", "citie", "town", "stadt", "ville", "ciudad", "citta", "cidade");
    private static final Pattern COUNTRIES =
            table("country", "countrie", "nation", "land", "laender", "pays", "pais", "paese");
    private static final Pattern STATES = table("state", "province", "bundesland", "provincia", "estado");

    static {
        hint(
                Meaning.EMAIL,
                "e?_?mail(_?(address|addr|adresse|adr|id))?",
                "mail",
                "correo(_electronico)?",
                "courriel",
                "posta_elettronica");
        hint(Meaning.IP, "ip(_?(address|addr|v[46]))?", "(client|remote|host)_?ip");
        hint(Meaning.MAC, "mac(_?(address|addr))?");
        hint(Meaning.UUID, "uuid", "guid");
        hint(
                Meaning.URL,
                "url",
                "uri",
                "website",
                "web_?site",
                "web_?page",
                "homepage",
                "href",
                "site_web",
                "webseite",
                "sitio_web");
        hint(
                Meaning.PASSWORD_HASH,
                "pass(word|wd|wort)?(_?(hash|digest|salt))?",
                "pwd",
                "kennwort",
                "contrasena",
                "senha",
                "mot_de_passe",
                "passphrase");
        hint(Meaning.IBAN, "iban(_?(no|number|nr))?");
        hint(
                Meaning.CARD,
                "(credit_?|debit_?)?card_?(number|num|no|nr)",
                "credit_?card",
                "cc_?(number|num|no)",
                "pan",
                "kreditkarte(nnummer)?");
        hint(
                Meaning.NATIONAL_ID,
                "ssn",
                "social_security(_?(number|no))?",
                "national_id",
                "tax_?(id|number|no)",
                "steuer(_?id|nummer)",
                "dni",
                "nif",
                "nie",
                "cpf",
                "codice_fiscale",
                "passport(_?(number|no))?",
                "nino",
                "sozialversicherungsnummer",
                "id_card(_?(number|no))?",
                "personalausweis(nummer)?",
                "driv(ing|ers?)_licen[cs]e(_?(number|no))?");
        hint(
                Meaning.TOKEN,
                "token",
                "api_?key",
                "secret",
                "access_?key",
                "session_?(id|key)",
                "auth_?key",
                "nonce",
                "salt");
        hint(
                Meaning.PHONE,
                "phone(_?(number|no|nr|num))?",
                "telephone(_?(number|no))?",
                "telefon(nummer|o|e)?",
                "tel(_?(nr|no|num|number))?",
                "mobile?(_?(phone|number|no|nr|telefon))?",
                "mobilnummer",
                "cell(_?(phone|number))?",
                "cellular",
                "fax(_?(number|no|nr))?",
                "faxnummer",
                "handy(nummer)?",
                "movil",
                "celular",
                "rufnummer",
                "contact_?(number|no)");
        hint(
                Meaning.FIRST_NAME,
                "first_?name",
                "fname",
                "given_?names?",
                "forename",
                "middle_?name",
                "vorname",
                "prenom",
                "primer_nombre",
                "nombre_pila",
                "primeiro_nome",
                "name_first",
                "name_given");
        hint(
                Meaning.LAST_NAME,
                "last_?name",
                "lname",
                "sur_?name",
                "family_?name",
                "nach_?name",
                "familienname",
                "nom_(de_)?famille",
                "apellidos?",
                "cognome",
                "sobrenome",
                "apelido",
                "name_last",
                "maiden_?name");
        hint(
                Meaning.USERNAME,
                "user_?name",
                "login(_?name)?",
                "nick(_?name)?",
                "user_?handle",
                "handle",
                "benutzername",
                "pseudo",
                "screen_?name",
                "account_?name",
                "nombre_usuario",
                "nome_utente");
        hint(
                Meaning.COMPANY,
                "company(_?name)?",
                "firm",
                "firma",
                "firmenname",
                "societe",
                "entreprise",
                "empresa",
                "azienda",
                "organi[sz]ation(_?name)?",
                "employer(_?name)?",
                "business_?name",
                "manufacturer(_?name)?",
                "vendor(_?name)?",
                "supplier(_?name)?",
                "unternehmen",
                "arbeitgeber",
                "raison_sociale",
                "ragione_sociale",
                "razon_social");
        hint(
                Meaning.FULL_NAME,
                "full_?name",
                "(contact|customer|client|person|employee|author|patient|member|guest|owner|holder|recipient|card_?holder|sender|user|student|teacher|manager|agent|driver|signer|spouse|payer|payee|beneficiary|doctor|physician|seller|buyer|host|reviewer|passenger)_?name",
                "nombre_completo",
                "nom_complet",
                "nome_(e_cognome|completo)",
                "ansprechpartner",
                "display_?name",
                "composer",
                "author",
                "autor",
                "auteur",
                "autore");
        hint(
                Meaning.PRODUCT,
                "(product|item|article|part)_?name",
                "produktname",
                "artikel(name|bezeichnung)",
                "nom_produit",
                "nombre_producto");
        hint(
                Meaning.ADDRESS_LINE,
                "(address|addr|addr_line|address_line|adresse|direccion|street)_?[23]",
                "apartment",
                "apt(_?(no|number))?",
                "suite",
                "unit_?(no|number)",
                "complement[o]?",
                "adresszusatz",
                "piso");
        hint(
                Meaning.STREET,
                "street(_?(address|addr|line|name))?(_?1)?",
                "address(_?line)?(_?1)?",
                "addr(_?line)?(_?1)?",
                "strasse",
                "str",
                "anschrift",
                "rue",
                "adresse(_?1)?",
                "calle",
                "direccion",
                "domicilio",
                "via",
                "indirizzo",
                "rua",
                "endereco",
                "morada",
                "logradouro");
        hint(
                Meaning.COUNTRY_CODE,
                "country_?(code|iso[23]?|cd)",
                "iso_?(country(_?code)?|[23]|alpha_?[23])",
                "land(es)?_?(code|kuerzel)",
                "code_pays",
                "nation_?code");
        hint(Meaning.STATE_CODE, "state_?(code|abbr|cd)", "province_?code", "region_?code");
        hint(
                Meaning.POSTCODE,
                "zip(_?code)?(_?prefix)?",
                "post(al)?_?code",
                "plz",
                "postleitzahl",
                "code_postal",
                "codigo_postal",
                "cap",
                "cep",
                "postnummer",
                "postal");
        hint(
                Meaning.CITY,
                "city(_?name)?",
                "town",
                "ort",
                "stadt",
                "wohnort",
                "ville",
                "ciudad",
                "citta",
                "cidade",
                "localidad(e)?",
                "municipality",
                "commune",
                "birth_?place",
                "place_of_birth",
                "geburtsort");
        hint(
                Meaning.STATE,
                "state(_?(name|province))?",
                "province",
                "region",
                "bundesland",
                "provincia",
                "estado",
                "departement",
                "county",
                "kanton",
                "prefecture");
        hint(
                Meaning.COUNTRY,
                "country(_?name)?",
                "land",
                "pays",
                "pais",
                "paese",
                "nation(ality)?",
                "staat",
                "nationalite");
        hint(
                Meaning.JOB,
                "job(_?title)?",
                "occupation",
                "profession",
                "position",
                "beruf",
                "metier",
                "cargo",
                "puesto",
                "professione",
                "profissao",
                "role_?title",
                "contact_?title");
        hint(
                Meaning.DESCRIPTION,
                "desc",
                "description",
                "beschreibung",
                "descripcion",
                "descrizione",
                "descricao",
                "details?",
                "summary",
                "about",
                "bio(graphy)?",
                "abstract",
                "zusammenfassung",
                "resume",
                "synopsis",
                "plot");
        hint(
                Meaning.FREE_TEXT,
                "comments?",
                "notes?",
                "remarks?",
                "text",
                "body",
                "message",
                "review",
                "feedback",
                "content",
                "bemerkung(en)?",
                "kommentar",
                "notiz(en)?",
                "anmerkung(en)?",
                "commentaires?",
                "comentarios?",
                "observaciones",
                "observacoes",
                "nota",
                "commento",
                "reason",
                "response",
                "answer",
                "question",
                "transcript",
                "instructions?");
        hint(
                Meaning.TITLE,
                "title",
                "titel",
                "titre",
                "titulo",
                "titolo",
                "subject",
                "headline",
                "caption",
                "heading",
                "betreff",
                "asunto",
                "oggetto",
                "assunto",
                "objet",
                "label");
        hint(
                Meaning.CODE,
                "code",
                "sku",
                "number",
                "no",
                "nr",
                "ref(erence)?(_?(no|number))?",
                "serial(_?(no|number))?",
                "barcode",
                "ean",
                "isbn",
                "upc",
                "tracking(_?(no|number|code))?",
                "nummer",
                "codigo",
                "codice",
                "kennzeichen",
                "plate",
                "vin",
                "numero");
    }

    private NameHints() {}

    /** Guesses for {@code column}, the best first; empty if its name says nothing. */
    static List<Meaning> of(TableName table, String column) {
        String words = NameWords.of(table, column).text();
        List<Meaning> guesses = new ArrayList<>();
        String owner = NameWords.singular(NameWords.snake(table.name()));
        if (words.equals("title") && PERSONS.matcher(owner).matches()) {
            guesses.add(Meaning.JOB);
        }
        if (words.equals("name") || ANY_NAME.matcher(words).matches() && !words.contains("_")) {
            guesses.addAll(ofNameIn(owner, words));
        }
        HINTS.forEach((meaning, pattern) -> {
            if (pattern.matcher(words).matches() && !guesses.contains(meaning)) {
                guesses.add(meaning);
            }
        });
        if (guesses.contains(Meaning.STATE)) {
            guesses.add(Meaning.STATE_CODE);
        }
        if (guesses.contains(Meaning.COUNTRY)) {
            guesses.add(Meaning.COUNTRY_CODE);
        }
        if (guesses.isEmpty() && ANY_NAME.matcher(words).matches()) {
            guesses.add(Meaning.TITLE);
        }
        return guesses;
    }

    private static List<Meaning> ofNameIn(String table, String words) {
        if (PERSONS.matcher(table).matches()) {
            Meaning first = words.equals("nom") ? Meaning.LAST_NAME : Meaning.FULL_NAME;
            return List.of(first, Meaning.COMPANY);
        }
        if (COMPANIES.matcher(table).matches()) {
            return List.of(Meaning.COMPANY);
        }
        if (PRODUCTS.matcher(table).matches()) {
            return List.of(Meaning.PRODUCT);
        }
        if (CITIES.matcher(table).matches()) {
            return List.of(Meaning.CITY);
        }
        if (COUNTRIES.matcher(table).matches()) {
            return List.of(Meaning.COUNTRY);
        }
        return STATES.matcher(table).matches() ? List.of(Meaning.STATE) : List.of(Meaning.TITLE);
    }

    private static void hint(Meaning meaning, String... words) {
        HINTS.put(meaning, ending(words));
    }

    private static Pattern ending(String... words) {
        return Pattern.compile("(.*_)?(" + String.join("|", words) + ")");
    }

    private static Pattern table(String... words) {
        return Pattern.compile("(.*_)?(" + String.join("|", words) + ")s?");
    }
}
