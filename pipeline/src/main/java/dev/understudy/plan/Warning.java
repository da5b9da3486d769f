package dev.understudy.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that the operator should know.
 *
 * @param id     stable identifier for scripts, in kebab case
 * @param object table, link or other object; empty for the whole run
 * @param text   one sentence for people; holds no value of the source
 * @param reason why the operator accepts it; empty for one that nobody acknowledged
 */
public record Warning(String id, String object, String text, Optional<String> reason) {
    /** One that nobody acknowledged. */
    public Warning(String id, String object, String text) {
        this(id, object, text, Optional.empty());
    }

    Warning acknowledged(String why) {
        return new Warning(id, object, text, Optional.of(why));
    }

    public Warning {
        Objects.requireNonNull(id);
        Objects.requireNonNull(object);
        Objects.requireNonNull(text);
    }
}
