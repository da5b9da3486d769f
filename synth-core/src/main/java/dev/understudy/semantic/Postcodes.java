package dev.understudy.semantic;

import dev.understudy.random.Draws;

/** Postcodes in the format and region of a persona's place. */
record Postcodes(Personas people, Draws draws) {
    String of(long persona) {
        String format = people.place(persona).postcode();
        StringBuilder text = new StringBuilder(format);
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '#') {
                text.setCharAt(i, Glyphs.DIGITS.at(draws.below(10, people.key(persona), i)));
            } else if (format.charAt(i) == '@') {
                text.setCharAt(i, Glyphs.UPPER.at(draws.below(26, people.key(persona), i)));
            }
        }
        return text.toString();
    }
}
