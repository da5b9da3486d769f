package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.ComposedRecipe;
import dev.understudy.semantic.TextRecipe.Form;
import dev.understudy.semantic.TextRecipe.Part;

/**
 * Texts that other columns of the row say: a full name, a slug, an order number with the order's year.
 *
 * <p>A row in which one of the sources is missing gets what the column would get without them.
 */
final class ComposedMaker implements TextMaker {
    private static final String[] DOMAINS = {
        "@example.com", "@example.org", "@example.net", "@mail.example.com", "@mail.example.org", "@post.example.net"
    };

    private final ComposedRecipe recipe;
    private final Weights shares;
    private final TextMaker otherwise;
    private final Draws own;

    ComposedMaker(ComposedRecipe recipe, TextMaker otherwise, Draws own) {
        this.recipe = recipe;
        this.shares = new Weights(recipe.forms().stream().map(Form::weight).toList());
        this.otherwise = otherwise;
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        return otherwise.make(row, persona, serial);
    }

    @Override
    public String make(long row, long persona, long serial, Surroundings around) {
        Form form = recipe.forms().get(shares.pick(own.unit(row, 0)));
        StringBuilder text = new StringBuilder(48);
        boolean counted = false;
        int place = 0;
        for (Part part : form.parts()) {
            place++;
            if (part.source() >= 0) {
                String source = around.text(part.source());
                if (source == null) {
                    return otherwise.make(row, persona, serial, around);
                }
                part.change().appendTo(text, source.strip());
            } else if (part.digits() > 0) {
                boolean counts = recipe.numbered() && part == lastDigits(form);
                String digits = counts ? Long.toString(serial + 1) : "";
                if (!counts) {
                    Glyphs.DIGITS.write(
                            Long.remainderUnsigned(own.bits(row, place), Glyphs.DIGITS.space(part.digits())),
                            part.digits(),
                            text);
                }
                text.append(counts ? "0".repeat(Math.max(0, part.digits() - digits.length())) + digits : "");
                counted |= counts;
            } else {
                text.append(part.text());
            }
        }
        String number = recipe.numbered() && !counted ? numberBehind(text, serial) : "";
        String domain = recipe.email() ? DOMAINS[own.below(DOMAINS.length, row, 3)] : "";
        int end = number.length() + domain.length();
        int room = recipe.maxLength() == 0 ? Integer.MAX_VALUE : recipe.maxLength() - end;
        if (room < 1 || text.isEmpty()) {
            return otherwise.make(row, persona, serial, around);
        }
        text.setLength(Math.min(text.length(), room));
        return text.append(number).append(domain).toString();
    }

    private static Part lastDigits(Form form) {
        for (int i = form.parts().size() - 1; i >= 0; i--) {
            if (form.parts().get(i).digits() > 0) {
                return form.parts().get(i);
            }
        }
        return null;
    }

    /** Words keep their distance from the number. */
    private String numberBehind(StringBuilder text, long serial) {
        boolean hyphen = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                return " " + serial;
            }
            hyphen |= text.charAt(i) == '-';
        }
        return hyphen ? "-" + serial : Long.toString(serial);
    }

    @Override
    public long capacity() {
        return recipe.numbered() ? otherwise.capacity() : Long.MAX_VALUE;
    }
}
