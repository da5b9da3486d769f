package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.Gazetteer.Place;
import dev.understudy.semantic.TextRecipe.DigestRecipe;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.TextRecipe.PatternRecipe;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.Template;
import java.util.List;
import java.util.function.Function;

/** Finds the maker for a meaning, and for a unique column one whose texts never repeat. */
final class MeaningMakers {
    private MeaningMakers() {}

    static TextMaker of(MeaningRecipe recipe, Draws personas, Draws own) {
        Personas people = new Personas(personas, recipe.locale(), recipe.role());
        return switch (recipe.meaning()) {
            case EMAIL, USERNAME -> new AccountMaker(recipe, people, personas.at("e-mail"));
            case PHONE -> new PhoneMaker(recipe, people, personas.at("phone"), own);
            case CARD, IBAN, NATIONAL_ID, IP, NETWORK, MAC, URL -> NumberMaker.of(recipe, people, own);
            default -> recipe.unique() ? unique(recipe, people, own) : plain(recipe, people, personas);
        };
    }

    private static TextMaker plain(MeaningRecipe recipe, Personas people, Draws personas) {
        return new PersonaMaker(recipe, phrase(recipe.meaning(), people, personas));
    }

    /** What a persona has of a meaning, before it is cut to length. */
    private static PersonaMaker.Phrase phrase(Meaning meaning, Personas people, Draws personas) {
        Things things = new Things(people, personas.at("things"));
        return switch (meaning) {
            case FIRST_NAME -> people::firstName;
            case MIDDLE_NAME -> people::middleName;
            case NAME_PREFIX -> things::prefix;
            case GENDER -> persona -> people.isMale(persona) ? "M" : "F";
            case LAST_NAME -> people::lastName;
            case FULL_NAME -> persona -> people.firstName(persona) + " " + people.lastName(persona);
            case CITY -> persona -> people.place(persona).city();
            case STATE -> persona -> people.place(persona).region();
            case STATE_CODE -> persona -> people.place(persona).regionCode();
            case COUNTRY -> persona -> people.place(persona).country();
            case COUNTRY_CODE -> persona -> people.place(persona).iso2();
            case NATIONALITY -> persona -> people.place(persona).country();
            case CURRENCY_CODE -> things::currencyCode;
            case LANGUAGE -> things::language;
            case LANGUAGE_CODE -> things::languageCode;
            case LOCALE -> things::locale;
            case FILE_NAME -> things::fileName;
            case FILE_PATH -> things::filePath;
            case HOST -> things::host;
            case SLUG -> persona -> people.foldedLastName(persona) + "-" + people.foldedFirstName(persona);
            case BIC -> persona -> "ZZZZ" + people.place(persona).iso2() + "ZZ";
            case ADDRESS -> new Addresses(people, personas)::of;
            case DEPARTMENT, MIME_TYPE, COLOUR, USER_AGENT, BOOLEAN_TEXT, DISTRICT, CURRENCY, TIME_ZONE ->
                persona -> things.word(meaning, persona);
            case POSTCODE -> new Postcodes(people, personas.at("postcode"))::of;
            case STREET -> new Streets(people, personas.at("street"))::of;
            case ADDRESS_LINE -> new Streets(people, personas.at("street"))::secondLine;
            case COMPANY -> new Companies(people, personas.at("company"))::of;
            case JOB -> new Jobs(people, personas.at("job"))::of;
            default -> throw new IllegalArgumentException("No vocabulary for %s.".formatted(meaning));
        };
    }

    private static TextMaker unique(MeaningRecipe recipe, Personas people, Draws own) {
        Vocabulary words = people.anyVocabulary();
        List<List<String>> lists = switch (recipe.meaning()) {
            case FIRST_NAME, MIDDLE_NAME -> List.of(words.firstNames());
            case LAST_NAME -> List.of(words.lastNames());
            case FULL_NAME -> List.of(words.firstNames(), words.lastNames());
            case CITY -> List.of(places(people, Place::city));
            case STATE -> List.of(places(people, Place::region));
            case COUNTRY -> List.of(Gazetteer.countries());
            case COMPANY -> List.of(words.lastNames(), words.companySuffixes());
            case JOB -> List.of(Jobs.SENIORITIES, Jobs.POSITIONS);
            case STREET, ADDRESS -> List.of(words.lastNames(), Streets.HOUSE_NUMBERS);
            default -> List.of(Things.list(recipe.meaning()));
        };
        Combination combination = new Combination(lists, recipe.maxLength(), own.at("order"));
        if (combination.isPossible()) {
            return new CombinationMaker(combination, recipe.letterCase(), letters(recipe, own));
        }
        return letters(recipe, own);
    }

    private static List<String> places(Personas people, Function<Place, String> part) {
        return people.places().stream().map(part).distinct().toList();
    }

    /** Where no words fit or exist: letters for codes, digits for postcodes. */
    private static TextMaker letters(MeaningRecipe recipe, Draws own) {
        int most = recipe.maxLength() == 0 ? 12 : recipe.maxLength();
        return switch (recipe.meaning()) {
            case STATE_CODE, COUNTRY_CODE ->
                new DigestMaker(new DigestRecipe(Glyphs.UPPER, Math.min(most, 3), false, true), own);
            case POSTCODE -> new DigestMaker(new DigestRecipe(Glyphs.DIGITS, Math.min(most, 5), false, true), own);
            case ADDRESS_LINE ->
                new PatternMaker(
                        new PatternRecipe(
                                List.of(new Template(
                                        TextRecipe.WEIGHT_PARTS,
                                        List.of(Piece.free(Glyphs.DIGITS, Math.min(most, 6))))),
                                most,
                                true,
                                false),
                        own);
            default -> {
                Glyphs glyphs = recipe.letterCase() == LetterCase.UPPER ? Glyphs.UPPER : Glyphs.LOWER;
                yield new DigestMaker(new DigestRecipe(glyphs, Math.min(most, 12), false, true), own);
            }
        };
    }
}
