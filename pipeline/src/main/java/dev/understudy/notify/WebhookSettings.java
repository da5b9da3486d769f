package dev.understudy.notify;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where messages go.
 *
 * @param url    http or https; never shown whole, since it may hold a key
 * @param secret that messages are signed with; empty for no signature
 * @param events that are told
 */
public record WebhookSettings(URI url, Optional<String> secret, Set<Event> events) {
    /** What happens to a run. */
    public enum Event {
        STARTED,
        SUCCEEDED,
        FAILED,
        /** {@code diff} found that the source changed. */
        DRIFT
    }

    public WebhookSettings {
        events = Set.copyOf(events);
    }
}
