package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.GuidedRecipe;

/** Texts of the kind and length that hidden columns of the row say. Where they say nothing, any kind, as long as it comes. */
final class GuidedMaker implements TextMaker {
    private final GuidedRecipe recipe;
    private final TextMaker[] kinds;
    private final Draws own;

    private GuidedMaker(GuidedRecipe recipe, TextMaker[] kinds, Draws own) {
        this.recipe = recipe;
        this.kinds = kinds;
        this.own = own;
    }

    static GuidedMaker of(GuidedRecipe recipe, Draws personas, Draws own) {
        TextMaker[] kinds = new TextMaker[recipe.kinds().size()];
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] = TextMaker.of(recipe.kinds().get(kind), personas, own.at(kind));
        }
        return new GuidedMaker(recipe, kinds, own.at("kind"));
    }

    @Override
    public String make(long row, long persona, long serial) {
        return make(row, persona, serial, Surroundings.NONE);
    }

    @Override
    public String make(long row, long persona, long serial, Surroundings around) {
        long kind = recipe.kind() < 0 ? Surroundings.NO_NUMBER : around.number(recipe.kind());
        TextMaker maker = kinds[kind < 0 || kind >= kinds.length ? own.below(kinds.length, row) : (int) kind];
        long length = recipe.length() < 0 ? Surroundings.NO_NUMBER : around.number(recipe.length());
        return maker instanceof SizedMaker sized && length > 0
                ? sized.make(row, serial, (int) Math.min(length, Integer.MAX_VALUE))
                : maker.make(row, persona, serial, around);
    }

    @Override
    public long capacity() {
        return kinds[0].capacity();
    }
}
