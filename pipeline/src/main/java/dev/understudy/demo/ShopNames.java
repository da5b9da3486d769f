package dev.understudy.demo;

import dev.understudy.random.Draws;
import dev.understudy.semantic.LetterCase;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.TextRecipe.ProseRecipe;
import java.util.List;
import java.util.Locale;

/**
 * Names, places and texts of the shop.
 *
 * <p>E-mail addresses end in {@code .test} and phone numbers lie in area codes that are never assigned, but none of them
 * in the ranges that Understudy itself generates: so a leak would show.
 */
final class ShopNames {
    private static final List<String> HOSTS = List.of("letterbox.test", "pigeon.test", "inkwell.test", "courier.test");

    private final TextMaker first;
    private final TextMaker last;
    private final TextMaker street;
    private final TextMaker city;
    private final TextMaker state;
    private final TextMaker postcode;
    private final TextMaker title;
    private final TextMaker body;
    private final TextMaker product;
    private final Draws draws;

    ShopNames(Draws draws) {
        this.draws = draws.at("contacts");
        this.first = of(Meaning.FIRST_NAME, draws);
        this.last = of(Meaning.LAST_NAME, draws);
        this.street = of(Meaning.STREET, draws);
        this.city = of(Meaning.CITY, draws);
        this.state = of(Meaning.STATE, draws);
        this.postcode = of(Meaning.POSTCODE, draws);
        this.title = prose(false, false, List.of(10, 18, 24, 32), draws.at("title"));
        this.body = prose(true, false, List.of(40, 80, 120, 180, 320), draws.at("body"));
        this.product = prose(false, true, List.of(14, 20, 26), draws.at("product"));
    }

    private static TextMaker of(Meaning meaning, Draws draws) {
        TextRecipe recipe = new MeaningRecipe(meaning, "en-US", "", 0, false, LetterCase.MIXED, List.of());
        return TextMaker.of(recipe, draws.at("people"), draws.at(meaning.name()));
    }

    private static TextMaker prose(boolean sentences, boolean unique, List<Integer> lengths, Draws draws) {
        TextRecipe recipe = new ProseRecipe(sentences, "en", lengths, sentences ? 400 : 60, unique, LetterCase.MIXED);
        return TextMaker.of(recipe, draws, draws);
    }

    String first(long person) {
        return first.make(person, person, person);
    }

    String last(long person) {
        return last.make(person, person, person);
    }

    String email(long person) {
        String name =
                (first(person) + "." + last(person)).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
        return name + person + "@" + HOSTS.get(draws.below(HOSTS.size(), person));
    }

    String phone(long person) {
        return "(%d9%d) %d-%04d"
                .formatted(
                        2 + draws.below(8, person, 1),
                        draws.below(10, person, 2),
                        600 + draws.below(300, person, 3),
                        draws.below(10_000, person, 4));
    }

    String street(long person) {
        return street.make(person, person, person);
    }

    String city(long person) {
        return city.make(person, person, person);
    }

    String state(long person) {
        return state.make(person, person, person);
    }

    String postcode(long person) {
        return postcode.make(person, person, person);
    }

    String title(long review) {
        return title.make(review, review, review);
    }

    String body(long review) {
        return body.make(review, review, review);
    }

    String product(long number) {
        return product.make(number, number, number);
    }
}
