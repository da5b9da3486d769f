package dev.understudy.semantic;

import dev.understudy.random.Draws;

/** Whole addresses on one line, whose parts are those that a persona has in columns of their own. */
record Addresses(Personas people, Streets streets, Postcodes postcodes) {
    Addresses(Personas people, Draws personas) {
        this(people, new Streets(people, personas.at("street")), new Postcodes(people, personas.at("postcode")));
    }

    String of(long persona) {
        Gazetteer.Place place = people.place(persona);
        String postcode = postcodes.of(persona);
        return switch (place.iso2()) {
            case "US", "CA", "AU" ->
                streets.of(persona) + ", " + place.city() + ", " + place.regionCode() + " " + postcode;
            case "GB", "IE", "NZ", "ZA", "IN", "SG" -> streets.of(persona) + ", " + place.city() + " " + postcode;
            default -> streets.of(persona) + ", " + postcode + " " + place.city();
        };
    }
}
