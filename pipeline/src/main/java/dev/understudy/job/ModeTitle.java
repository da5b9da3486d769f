package dev.understudy.job;

import dev.understudy.model.TableMode;
import java.util.Locale;

/** What modes are called in results: as in the configuration. */
public final class ModeTitle {
    private ModeTitle() {}

    public static String of(TableMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
