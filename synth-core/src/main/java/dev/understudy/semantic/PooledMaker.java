package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.PooledRecipe;

/** Texts out of a pool that need not be written down: its member is the serial number of the text. */
final class PooledMaker implements TextMaker {
    private final TextMaker member;
    private final Weights shares;
    private final int size;
    private final Draws own;

    PooledMaker(PooledRecipe recipe, TextMaker member, Draws own) {
        this.member = member;
        this.shares = new Weights(recipe.shares());
        this.size = recipe.size();
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        return make(row, persona, serial, Surroundings.NONE);
    }

    @Override
    public String make(long row, long persona, long serial, Surroundings around) {
        int bucket = shares.pick(own.unit(row, 0));
        double from = bucket == 0 ? 0 : PooledRecipe.RANKS[bucket - 1];
        double rank = from + own.unit(row, 1) * (PooledRecipe.RANKS[bucket] - from);
        long one = Math.min(size - 1L, (long) (rank * size));
        return member.make(one, Traits.free(own.bits(one, 2)), one, around);
    }

    @Override
    public long capacity() {
        return member.capacity();
    }
}
