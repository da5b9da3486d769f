package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import java.util.List;

/**
 * E-mail addresses and user names after the persona's name: {@code mary.smith17@mail.example.org}.
 *
 * <p>The domains are reserved (RFC 2606), so no mail ever reaches anybody. A name ends in a letter and the number follows
 * it, so different numbers give different addresses. Short columns lose letters of the name first.
 */
final class AccountMaker implements TextMaker {
    private static final List<String> DOMAINS = List.of(
            "@example.com",
            "@example.org",
            "@example.net",
            "@mail.example.com",
            "@mail.example.org",
            "@post.example.net");
    private static final String SHORTEST_DOMAIN = "@a.test";
    private static final int LONGEST_DOMAIN =
            DOMAINS.stream().mapToInt(String::length).max().orElseThrow();
    private static final int ROOM_FOR_NAME = 8;

    private final boolean email;
    private final boolean unique;
    private final LetterCase letterCase;
    private final int maxLength;
    private final Personas people;
    private final Draws draws;

    AccountMaker(MeaningRecipe recipe, Personas people, Draws draws) {
        this.email = recipe.meaning() == Meaning.EMAIL;
        this.unique = recipe.unique();
        this.letterCase = recipe.letterCase() == LetterCase.UPPER ? LetterCase.UPPER : LetterCase.LOWER;
        this.maxLength = recipe.maxLength() == 0 ? 64 : recipe.maxLength();
        this.people = people;
        this.draws = draws;
    }

    @Override
    public String make(long row, long persona, long serial) {
        long number = unique ? serial : Traits.free(persona) & 0xFFFF;
        String digits = Long.toString(number);
        String end = email ? domain(persona) : "";
        int room = Math.max(0, maxLength - end.length() - digits.length());
        StringBuilder text = new StringBuilder(64);
        Vocabulary words = people.vocabulary(persona);
        String first = people.foldedFirstName(words, persona);
        if (email) {
            text.append(first).append('.').append(people.foldedLastName(words, persona));
        } else {
            text.append(first.charAt(0)).append(people.foldedLastName(words, persona));
        }
        while (text.length() > 0 && (text.length() > room || text.charAt(text.length() - 1) == '.')) {
            text.setLength(text.length() - 1);
        }
        text.append(digits).append(end);
        String made = PersonaMaker.cut(text.toString(), maxLength);
        // Names are folded to lower case already.
        return letterCase == LetterCase.UPPER ? letterCase.apply(made) : made;
    }

    private String domain(long persona) {
        if (maxLength < LONGEST_DOMAIN + ROOM_FOR_NAME) {
            return SHORTEST_DOMAIN;
        }
        return DOMAINS.get(draws.below(DOMAINS.size(), people.key(persona)));
    }

    @Override
    public long capacity() {
        if (!unique) {
            return Long.MAX_VALUE;
        }
        int end = email ? domain(0).length() : 0;
        return Glyphs.DIGITS.space(Math.max(0, maxLength - end));
    }
}
