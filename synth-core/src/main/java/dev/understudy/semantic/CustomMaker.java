package dev.understudy.semantic;

import dev.understudy.custom.CustomGenerator;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.CustomRecipe;

/** Texts of the operator's own generator. */
final class CustomMaker implements TextMaker {
    private final CustomGenerator generator;
    private final int maxLength;
    private final Draws own;

    CustomMaker(CustomRecipe recipe, Draws own) {
        this.generator = CustomGenerator.named(recipe.generator())
                .orElseThrow(() -> new UnderstudyException(
                        Problem.USAGE,
                        "No generator %s is on the class path; the model was learned with it."
                                .formatted(recipe.generator())));
        this.maxLength = recipe.maxLength();
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        CustomGenerator.MadeRow made = new CustomGenerator.MadeRow() {
            @Override
            public long serial() {
                return serial;
            }

            @Override
            public double unit(int which) {
                return own.unit(row, which);
            }
        };
        return PersonaMaker.cut(generator.make(made), maxLength);
    }

    @Override
    public long capacity() {
        return Long.MAX_VALUE;
    }
}
