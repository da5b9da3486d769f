package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.DateRecipe;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Any second of some years, as text. */
final class DateMaker implements TextMaker {
    private static final int SECONDS_A_DAY = 86_400;

    private final DateTimeFormatter format;
    private final LocalDateTime start;
    private final int days;
    private final Draws own;

    DateMaker(DateRecipe recipe, Draws own) {
        this.format = DateTimeFormatter.ofPattern(recipe.format(), Locale.ROOT);
        this.start = LocalDateTime.of(recipe.fromYear(), 1, 1, 0, 0);
        this.days = 365 * (recipe.toYear() - recipe.fromYear() + 1);
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        return start.plusDays(own.below(days, row, 0))
                .plusSeconds(own.below(SECONDS_A_DAY, row, 1))
                .format(format);
    }

    @Override
    public long capacity() {
        return 1;
    }
}
