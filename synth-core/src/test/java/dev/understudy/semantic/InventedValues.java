package dev.understudy.semantic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Invented values of columns of which only names are known, as people would write them; made apart from the product's own lists. */
final class InventedValues {
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "first_de",
                    words(
                            "Anke Björn Claudia Dieter Elke Frank Gisela Holger Ines Jens Katrin Lars Monika Norbert Petra Ralf Sabine Torsten Ute Volker")),
            Map.entry(
                    "last_de",
                    words(
                            "Albrecht Baumann Dietrich Engel Friedrich Graf Haas Jung Keller Lorenz Martin Otto Pohl Roth Sommer Thomas Vogel Winkler Ziegler Horn")),
            Map.entry(
                    "first_es",
                    words(
                            "Alba Bruno Carmen Diego Elena Fernando Gloria Hugo Isabel Javier Lucía Manuel Nuria Óscar Pilar Raúl Silvia Tomás")),
            Map.entry(
                    "last_es",
                    words(
                            "Alonso Blanco Castro Delgado Domínguez Gil Herrera Iglesias Lozano Marín Navarro Ortega Prieto Rubio Serrano Vega")),
            Map.entry(
                    "first_fr",
                    words(
                            "Amélie Bernard Camille Denis Élodie Fabien Gaëlle Hervé Julie Kevin Laurent Manon Nicolas Olivier Pauline Sylvie")),
            Map.entry(
                    "last_fr",
                    words(
                            "Bonnet Chevalier Dupont Fontaine Garnier Lambert Lefèvre Mercier Morel Perrin Renard Rousseau Simon Vidal Leroy Blanc")),
            Map.entry(
                    "first_en",
                    words(
                            "Abigail Brian Chloe Derek Emily Frank Grace Henry Isabel Jack Kelly Liam Megan Nathan Olivia Peter Rachel Scott")),
            Map.entry(
                    "last_en",
                    words(
                            "Adams Bailey Carter Dixon Edwards Foster Griffin Hughes Jenkins Kelly Lawson Mason Newman Osborne Parker Reed Shaw Turner")),
            Map.entry(
                    "city_de",
                    words(
                            "Augsburg Bremen Chemnitz Dortmund Erfurt Freiburg Göttingen Halle Jena Koblenz Lübeck Mainz Oldenburg Potsdam Regensburg Ulm")),
            Map.entry(
                    "city_fr", words("Amiens Brest Caen Dijon Grenoble Lille Metz Nantes Orléans Reims Rennes Tours")),
            Map.entry(
                    "city_en",
                    words("Albany Boulder Dayton Eugene Fresno Houston Lincoln Mobile Oakland Peoria Reno Tampa")),
            Map.entry("state_en", words("Ohio Texas Utah Nevada Oregon Iowa Maine Kansas Idaho Alabama")),
            Map.entry(
                    "country",
                    words(
                            "France Germany Italy Spain Portugal Poland Sweden Norway Austria Belgium Japan Canada Brazil")),
            Map.entry(
                    "nationality",
                    words("español francesa alemán italiano portugués argentina mexicana colombiano peruana chileno")),
            Map.entry(
                    "first_pt",
                    words(
                            "Ana Beatriz Carlos Davi Eduarda Felipe Gabriela Heitor Inês João Larissa Mateus Natália Otávio Rafaela Thiago")),
            Map.entry(
                    "last_pt",
                    words(
                            "Almeida Barbosa Cardoso Dias Ferreira Gomes Lima Moreira Nogueira Oliveira Pereira Ribeiro Souza Teixeira")),
            Map.entry(
                    "city_pt",
                    words("Blumenau Campinas Curitiba Fortaleza Goiânia Manaus Natal Recife Salvador Vitória")),
            Map.entry(
                    "bairro",
                    words("Centro Jardim_América Vila_Nova Boa_Vista Santa_Cruz Copacabana Liberdade Aparecida")),
            Map.entry("state_pt", words("Paraná Bahia Ceará Goiás Pernambuco Amazonas Santa_Catarina Minas_Gerais")),
            Map.entry("uf", words("PR BA CE GO PE AM SC MG SP RJ")),
            Map.entry("nationality_pt", words("brasileira argentina portuguesa italiana alemã espanhola")),
            Map.entry("gender_pt", words("masculino feminino")),
            Map.entry(
                    "job_pt", words("Advogado Enfermeira Motorista Professora Pedreiro Contador Engenheiro Vendedora")),
            Map.entry("blood", words("A+ A- B+ B- O+ O- AB+ AB-")),
            Map.entry("iso3", words("FRA DEU ITA ESP PRT POL SWE NOR AUT BEL JPN CAN BRA USA MEX")),
            Map.entry("currency_code", words("USD EUR GBP JPY CHF CAD AUD SEK NOK BRL MXN INR")),
            Map.entry("currency_name", words("Dollar Euro Pound_Sterling Yen Swiss_Franc Krona Real Peso Rupee Zloty")),
            Map.entry("state_code_en", words("OH TX UT NV OR IA ME KS ID AL CA NY")),
            Map.entry("version", words("1.0.2 2.1 3.4.1 4.0.0 5.2.7 1.12.3 2.0 6.1.1")),
            Map.entry("sex", words("M F")),
            Map.entry("country_code", words("FR DE IT ES PT PL SE NO AT BE JP CA BR US MX")),
            Map.entry("status", words("draft review sent")),
            Map.entry("class", words("Ticketing::Order Members::Member Ticketing::Refund")),
            Map.entry("word", words("blue local export river cycling track winter museum harbour")),
            Map.entry("gender", words("male female")),
            Map.entry("yesno", words("si no")),
            Map.entry("salutation", words("M. Mme")),
            Map.entry("prefix", words("Herr Frau Dr.")),
            Map.entry("suffix", words("Jr. Sr. II III")),
            Map.entry(
                    "language", words("English German French Spanish Italian Dutch Polish Swedish Danish Czech Greek")),
            Map.entry("language_code", words("en de fr es it nl pl sv da cs el pt-BR")),
            Map.entry("department", words("Einkauf Vertrieb Marketing IT Logistik Buchhaltung Personal Sales Finance")),
            Map.entry("mime", words("image/png image/jpeg application/pdf text/plain audio/mpeg video/mp4")),
            Map.entry("place", words("Hauptbühne Stadthalle Foyer Probenraum Kapelle Turnhalle")),
            Map.entry(
                    "job",
                    List.of(
                            "Accountant",
                            "Software Engineer",
                            "Sales Manager",
                            "Nurse",
                            "Office Clerk",
                            "Data Analyst",
                            "Driver",
                            "Project Manager",
                            "Teacher")),
            Map.entry(
                    "company",
                    List.of(
                            "Harper & Sons",
                            "Bluefield Ltd",
                            "Norddach GmbH",
                            "Lumen Insurance",
                            "Kestrel Bank",
                            "Alpenblick AG",
                            "Riverside Clinic Inc.",
                            "Delta Trading Co",
                            "Mercado Norte S.A.",
                            "Volksbank Eifel eG")));

    private static final List<String> STREETS_DE = words(
            "Gartenstraße Lindenweg Bahnhofstraße Schulstraße Am_Markt Rosenweg Hauptstraße Mühlengasse Bergallee Kirchplatz");
    private static final List<String> STREETS_EN =
            List.of("Maple Avenue", "Oak Street", "Hill Road", "Park Lane", "Mill Drive", "Church Street");
    private static final List<String> STREETS_ES =
            List.of("Calle Mayor", "Avenida del Sol", "Calle de la Paz", "Plaza Nueva", "Paseo Marítimo");
    private static final List<String> STREETS_FR =
            List.of("rue de la Gare", "avenue Victor Hugo", "boulevard Voltaire", "rue des Lilas", "place du Marché");
    private static final List<String> SENTENCE = words(
            "the order was late because our supplier did not answer and we called them again before noon so that everybody knew what had happened with it");
    private static final List<String> NOUNS = List.of(
            "Summer", "Garden", "Night", "Winter", "Voices", "Letters", "Harbour", "Stories", "Lights", "Dance");
    private static final String HEX = "0123456789abcdef";
    private static final String MIXED = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

    private static final Map<String, List<String>> BY_LANGUAGE = NamedLists.read("invented-words.txt", "|");

    private InventedValues() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size())).replace('_', ' ');
    }

    private static String characters(String of, int length, Random random) {
        return random.ints(length, 0, of.length())
                .collect(StringBuilder::new, (text, i) -> text.append(of.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String digits(int length, Random random) {
        return characters("0123456789", length, random);
    }

    /** 120 values of a kind. */
    static List<String> of(String kind) {
        Random random = new Random(kind.hashCode());
        return IntStream.range(0, 120).mapToObj(i -> one(kind, i, random)).toList();
    }

    private static String one(String kind, int i, Random random) {
        if (WORDS.containsKey(kind)) {
            return pick(WORDS.get(kind), random);
        }
        if (kind.startsWith("street_") && BY_LANGUAGE.containsKey(kind)) {
            return pick(BY_LANGUAGE.get(kind), random) + " " + (1 + random.nextInt(150));
        }
        if (kind.startsWith("full_") && BY_LANGUAGE.containsKey("first_" + kind.substring(5))) {
            return pick(BY_LANGUAGE.get("first_" + kind.substring(5)), random) + " "
                    + pick(BY_LANGUAGE.get("last_" + kind.substring(5)), random);
        }
        if (BY_LANGUAGE.containsKey(kind)) {
            return BY_LANGUAGE
                    .get(kind)
                    .get(random.nextInt(BY_LANGUAGE.get(kind).size()));
        }
        if (kind.startsWith("digits")) {
            return (1 + random.nextInt(9)) + digits(Integer.parseInt(kind.substring(6)) - 1, random);
        }
        return switch (kind) {
            case "email" ->
                (one("first_en", i, random) + "." + one("last_en", i, random) + i + "@mail-provider.net").toLowerCase();
            case "full_es" -> one("first_es", i, random) + " " + one("last_es", i, random);
            case "full_fr" -> one("first_fr", i, random) + " " + one("last_fr", i, random);
            case "phone_da" -> "+45 " + digits(2, random) + " " + digits(2, random) + " " + digits(4, random);
            case "phone_cs" -> "+420 7" + digits(2, random) + " " + digits(3, random) + " " + digits(3, random);
            case "phone_tr" -> "053" + digits(1, random) + " " + digits(3, random) + " " + digits(4, random);
            case "psc" -> (1 + random.nextInt(7)) + digits(2, random) + " " + digits(2, random);
            case "cpr" ->
                "%02d%02d%02d-%s"
                        .formatted(
                                1 + random.nextInt(28),
                                1 + random.nextInt(12),
                                50 + random.nextInt(49),
                                digits(4, random));
            case "rodne" -> rodneCislo(random);
            case "tckn" -> tckn(1 + random.nextInt(9) + digits(8, random));
            case "imei" -> luhn("35" + digits(12, random));
            case "mac" ->
                IntStream.range(0, 6)
                        .mapToObj(octet -> characters(HEX, 2, random))
                        .collect(java.util.stream.Collectors.joining(":"));
            case "host" -> "eu-" + one("word", i, random) + "-" + (1 + random.nextInt(40)) + ".play-servers.net";
            case "sort" -> digits(2, random) + "-" + digits(2, random) + "-" + digits(2, random);
            case "full_de" -> one("first_de", i, random) + " " + one("last_de", i, random);
            case "full_en" -> one("first_en", i, random) + " " + one("last_en", i, random);
            case "nick" ->
                one("first_en", i, random).toLowerCase()
                        + List.of("", "_x", "77", ".map").get(random.nextInt(4))
                        + random.nextInt(90);
            case "phone_de" -> "0" + (151 + random.nextInt(28)) + " " + (1_000_000 + random.nextInt(8_999_999));
            case "phone_es" -> "6" + digits(8, random);
            case "phone_fr" ->
                "0" + (1 + random.nextInt(7)) + " " + digits(2, random) + " " + digits(2, random) + " "
                        + digits(2, random) + " " + digits(2, random);
            case "phone_en" ->
                "(" + (201 + random.nextInt(700)) + ") " + (200 + random.nextInt(700)) + "-" + digits(4, random);
            case "street_de" -> pick(STREETS_DE, random) + " " + (1 + random.nextInt(120));
            case "street_name_de" -> pick(STREETS_DE, random);
            case "street_en" -> (1 + random.nextInt(2_000)) + " " + pick(STREETS_EN, random);
            case "street_es" -> pick(STREETS_ES, random) + ", " + (1 + random.nextInt(90));
            case "street_fr" -> (1 + random.nextInt(150)) + " " + pick(STREETS_FR, random);
            case "houseno" ->
                (1 + random.nextInt(150)) + List.of("", "", "a", "b").get(random.nextInt(4));
            case "plz" -> "" + (10_000 + random.nextInt(80_000));
            case "zip" -> (10_000 + random.nextInt(80_000)) + (i % 3 == 0 ? "-" + digits(4, random) : "");
            case "iban" -> iban(digits(18, random));
            case "bic" ->
                characters("BCDKNORSV", 4, random) + "DE" + characters("FGHM", 1, random) + "1"
                        + List.of("", "XXX").get(random.nextInt(2));
            case "dni" -> dni(10_000_000 + random.nextInt(80_000_000));
            case "street_name_en" -> pick(STREETS_EN, random);
            case "siren" -> luhn(digits(8, random));
            case "vat_fr" -> "FR" + digits(2, random) + luhn(digits(8, random));
            case "vat_de" -> "DE" + digits(9, random);
            case "card" -> luhn("4" + digits(14, random));
            case "ape" -> digits(4, random) + characters("ABCEFGZ", 1, random);
            case "cf" ->
                codiceFiscale(characters("BCDFGLMNPRSTV", 6, random)
                        + (40 + random.nextInt(59))
                        + characters("ABCDEHLMPRST", 1, random)
                        + (10 + random.nextInt(21))
                        + characters("ABCFGHL", 1, random)
                        + digits(3, random));
            case "rut" -> (5_000_000 + random.nextInt(20_000_000)) + "-" + characters("0123456789K", 1, random);
            case "rfc" ->
                characters("ABCDEFGHLMNOPRSTV", 4, random) + (60 + random.nextInt(39)) + "0" + (1 + random.nextInt(9))
                        + (10 + random.nextInt(18)) + characters("ABCDEFGH123456789", 3, random);
            case "pesel" -> pesel(random);
            case "zip_pl" -> digits(2, random) + "-" + digits(3, random);
            case "zip_nl" -> (1000 + random.nextInt(8999)) + " " + characters("ABCDEGHJKLNPRSTVWXZ", 2, random);
            case "zip_nb" -> "%04d".formatted(random.nextInt(9999));
            case "phone_it" -> "3" + digits(2, random) + " " + digits(7, random);
            case "phone_pl" -> digits(3, random) + "-" + digits(3, random) + "-" + digits(3, random);
            case "phone_nl" -> "06-" + digits(8, random);
            case "phone_id" -> "08" + digits(10, random);
            case "hour" -> "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4));
            case "ean" -> ean(digits(12, random));
            case "vin" -> characters("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 17, random);
            case "plate" ->
                characters("ABCDEFGHJKLM", 2, random) + digits(2, random) + " " + characters("ABCDEFGHJKLM", 3, random);
            case "path" -> "uploads/logos/" + one("word", i, random) + "_" + i + ".png";
            case "citystatezip" ->
                one("city_en", i, random) + ", " + one("state_code_en", i, random) + " " + one("plz", i, random);
            case "datetext" ->
                "%d-%02d-%02d".formatted(1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "siret" -> luhn(digits(13, random));
            case "steuer" -> digits(2, random) + "/" + digits(3, random) + "/" + digits(5, random);
            case "ssn" ->
                (100 + random.nextInt(500)) + "-" + (10 + random.nextInt(80)) + "-" + (1000 + random.nextInt(8000));
            case "sss" -> digits(2, random) + "-" + digits(7, random) + "-" + digits(1, random);
            case "passport" -> characters("CFGHJK", 1, random) + digits(8, random);
            case "code" -> "K-" + digits(6, random);
            case "token" -> characters(MIXED, 24, random);
            case "digest" -> characters(HEX, 32, random);
            case "base64digest" -> characters(MIXED, 22, random) + "==";
            case "bcrypt" -> "$2a$12$" + characters(MIXED, 53, random);
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "ip" ->
                random.nextInt(223) + "." + random.nextInt(255) + "." + random.nextInt(255) + "."
                        + (1 + random.nextInt(254));
            case "url" -> "https://www.site" + random.nextInt(500) + ".org/page/" + i;
            case "imageurl" -> "https://cdn.site.org/img/" + characters(HEX, 8, random) + ".jpg";
            case "file" ->
                one("word", i, random) + "_" + i
                        + List.of(".jpg", ".png", ".pdf").get(random.nextInt(3));
            case "gpx" -> one("word", i, random) + "-" + i + ".gpx";
            case "json" -> "{\"identified\": true, \"width\": " + random.nextInt(900) + "}";
            case "html" -> "<p>" + sentence(random) + "</p><a href=\"#\">" + one("word", i, random) + "</a>";
            case "sentence" -> sentence(random);
            case "title" -> pick(NOUNS, random) + " of " + pick(NOUNS, random) + " " + pick(NOUNS, random);
            case "slug" -> one("word", i, random) + "-" + one("word", i, random) + "-" + i;
            case "stamp" ->
                "20" + (10 + random.nextInt(15)) + "0" + (1 + random.nextInt(9)) + "1" + digits(1, random) + "1"
                        + digits(1, random) + "3" + digits(3, random);
            case "language_codes" -> one("language_code", i, random) + "," + one("language_code", i, random);
            case "number" -> "" + random.nextInt(90_000);
            case "bignumber" -> "" + (400_000_000 + random.nextInt(200_000_000));
            case "full_pt" ->
                one("first_pt", i, random) + " " + one("last_pt", i, random) + " " + one("last_pt", i, random);
            case "cpf" -> {
                String plain = one("cpf11", i, random);
                yield plain.substring(0, 3) + "." + plain.substring(3, 6) + "." + plain.substring(6, 9) + "-"
                        + plain.substring(9);
            }
            case "cpf11" -> mod11(mod11(digits(9, random), 10), 11);
            case "pis" -> {
                String plain = digits(10, random);
                int sum = 0;
                for (int d = 0; d < 10; d++) {
                    sum += (plain.charAt(d) - '0') * ("3298765432".charAt(d) - '0');
                }
                int rest = 11 - sum % 11;
                yield plain + (rest > 9 ? 0 : rest);
            }
            case "rg" ->
                (10 + random.nextInt(80)) + "." + digits(3, random) + "." + digits(3, random) + "-" + digits(1, random);
            case "cep" -> digits(5, random) + "-" + digits(3, random);
            case "phone_pt" -> "(" + (11 + random.nextInt(88)) + ") 9" + digits(4, random) + "-" + digits(4, random);
            case "street_pt" ->
                List.of("Rua das Flores", "Avenida Brasil", "Rua XV de Novembro", "Travessa do Sol", "Praça da Sé")
                                .get(random.nextInt(5))
                        + ", " + (1 + random.nextInt(900));
            case "unit_pt" -> List.of("apto ", "bloco ", "casa ").get(random.nextInt(3)) + (1 + random.nextInt(90));
            case "unit" -> List.of("Apt ", "Suite ", "Unit ").get(random.nextInt(3)) + (1 + random.nextInt(90));
            case "icd" -> characters("ABCDEFGHIJK", 1, random) + digits(2, random) + "." + digits(1, random);
            case "age" -> "" + random.nextInt(95);
            case "aba" -> aba(digits(8, random));
            case "account" -> digits(10, random);
            case "sin" -> {
                String plain = luhn(digits(8, random));
                yield plain.substring(0, 3) + " " + plain.substring(3, 6) + " " + plain.substring(6);
            }
            case "small" -> "" + (1 + random.nextInt(30));
            case "bit" -> "" + random.nextInt(2);
            case "latitude" -> "%.6f".formatted(47 + 8 * random.nextDouble());
            case "longitude" -> "%.6f".formatted(6 + 9 * random.nextDouble());
            case "date" ->
                "%d-%02d-%02d".formatted(1950 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String sentence(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = 9 + random.nextInt(12); n > 0; n--) {
            text.append(text.isEmpty() ? "" : " ").append(pick(SENTENCE, random));
        }
        return text + ".";
    }

    private static String iban(String account) {
        int rest =
                new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(98 - rest, account);
    }

    private static String dni(int number) {
        return "%08d%c".formatted(number, "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23));
    }

    /** Adds a digit of a Brazilian number: weights go down from {@code first} to 2. */
    private static String mod11(String digits, int first) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (first - i);
        }
        int rest = sum * 10 % 11;
        return digits + (rest == 10 ? 0 : rest);
    }

    private static String aba(String digits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * new int[] {3, 7, 1}[i % 3];
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Adds the letter that follows from fifteen characters, of which every second counts by a table. */
    private static String codiceFiscale(String plain) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < plain.length(); i++) {
            int value = Character.isDigit(plain.charAt(i)) ? plain.charAt(i) - '0' : plain.charAt(i) - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return plain + (char) ('A' + sum % 26);
    }

    private static String pesel(Random random) {
        String plain = "%02d%02d%02d%04d"
                .formatted(
                        50 + random.nextInt(49),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(10_000));
        int sum = 0;
        for (int d = 0; d < 10; d++) {
            sum += (plain.charAt(d) - '0') * ("1379137913".charAt(d) - '0');
        }
        return plain + (10 - sum % 10) % 10;
    }

    /** Of a day of birth, divisible by eleven. */
    private static String rodneCislo(Random random) {
        String day = "%02d%02d%02d"
                .formatted(
                        60 + random.nextInt(39),
                        1 + random.nextInt(12) + (random.nextBoolean() ? 50 : 0),
                        1 + random.nextInt(28));
        long plain = Long.parseLong(day + digits(3, random) + "0");
        long rest = plain % 11 == 0 ? 0 : 11 - plain % 11;
        return rest == 10
                ? rodneCislo(random)
                : day + "/" + "%010d".formatted(plain + rest).substring(6);
    }

    private static String tckn(String nine) {
        int odd = 0;
        int even = 0;
        for (int d = 0; d < 9; d++) {
            odd += d % 2 == 0 ? nine.charAt(d) - '0' : 0;
            even += d % 2 == 0 ? 0 : nine.charAt(d) - '0';
        }
        int tenth = Math.floorMod(7 * odd - even, 10);
        return nine + tenth + (odd + even + tenth) % 10;
    }

    private static String ean(String digits) {
        int sum = 0;
        for (int d = 0; d < 12; d++) {
            sum += (digits.charAt(d) - '0') * (d % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += d > 9 ? d - 9 : d;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
