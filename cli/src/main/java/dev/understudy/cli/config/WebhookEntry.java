package dev.understudy.cli.config;

import dev.understudy.notify.WebhookSettings;
import dev.understudy.notify.WebhookSettings.Event;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The webhook of a configuration. */
public final class WebhookEntry {
    private WebhookEntry() {}

    /** Empty without a URL. @throws UnderstudyException with {@code USAGE} for what is no URL, or an unknown event */
    public static Optional<WebhookSettings> settings(Configuration.Webhook told) {
        if (told.url() == null) {
            return Optional.empty();
        }
        URI url;
        try {
            url = URI.create(told.url());
        } catch (IllegalArgumentException e) {
            // The message of the cause quotes the URL, which may hold a key.
            throw new UnderstudyException(Problem.USAGE, "webhook.url is no URL.");
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new UnderstudyException(
                    Problem.USAGE, "webhook.url must begin with https:// or http:// and name a host.");
        }
        Set<Event> events = EnumSet.allOf(Event.class);
        if (told.events() != null) {
            events = EnumSet.noneOf(Event.class);
            for (String word : told.events()) {
                events.add(Words.constant(Event.class, word, "webhook.events"));
            }
        }
        return Optional.of(new WebhookSettings(url, Optional.ofNullable(told.secret()), events));
    }
}
