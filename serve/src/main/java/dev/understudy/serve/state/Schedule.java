package dev.understudy.serve.state;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * When a job begins: the five fields of cron, in a time zone. Hours that a change of the clock skips are not made up for, hours
 * that it repeats come once.
 */
public final class Schedule {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final String text;
    private final ZoneId zone;
    private final Cron cron;
    private final ExecutionTime times;

    private Schedule(String text, ZoneId zone, Cron cron) {
        this.text = text;
        this.zone = zone;
        this.cron = cron;
        this.times = ExecutionTime.forCron(cron);
    }

    /**
     * @param text minute, hour, day of the month, month, day of the week, as in {@code 30 2 * * 1-5}
     * @param zone as in {@code Europe/Berlin}
     * @throws UnderstudyException {@link Problem#USAGE} for a text that is none, or a day that never comes
     */
    public static Schedule of(String text, String zone) {
        try {
            Schedule schedule = new Schedule(text.strip(), ZoneId.of(zone), PARSER.parse(text.strip()));
            if (schedule.next(Instant.now()).isEmpty()) {
                throw new UnderstudyException(
                        Problem.USAGE, "The schedule \"%s\" never comes.".formatted(text.strip()));
            }
            return schedule;
        } catch (DateTimeException e) {
            throw new UnderstudyException(
                    Problem.USAGE, "%s is no time zone; write one as Europe/Berlin or UTC.".formatted(zone));
        } catch (IllegalArgumentException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "\"%s\" is no schedule; write five fields: minute hour day month weekday, such as 30 2 * * *."
                            .formatted(text.strip()));
        }
    }

    /** The next moment after another; empty if there is none. */
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(zone)).map(moment -> moment.toInstant());
    }

    /** The fields, as they were given. */
    public String text() {
        return text;
    }

    public String zone() {
        return zone.getId();
    }

    /** In words: plain ones for what most schedules are. */
    public String words() {
        String[] fields = text.split("\\s+");
        boolean plain = fields.length == 5
                && fields[0].matches("\\d+")
                && fields[1].matches("\\d+")
                && fields[2].equals("*")
                && fields[3].equals("*");
        Optional<String> days = plain ? days(fields[4]) : Optional.empty();
        return days.map(when ->
                        "%s at %02d:%02d".formatted(when, Integer.parseInt(fields[1]), Integer.parseInt(fields[0])))
                .orElseGet(() -> CronDescriptor.instance(Locale.UK).describe(cron));
    }

    private static Optional<String> days(String field) {
        if (field.equals("*")) {
            return Optional.of("every day");
        }
        if (field.equals("1-5")) {
            return Optional.of("Monday to Friday");
        }
        return field.matches("[0-7]")
                ? Optional.of(DayOfWeek.of(field.equals("0") ? 7 : Integer.parseInt(field))
                                .getDisplayName(TextStyle.FULL, Locale.UK)
                        + "s")
                : Optional.empty();
    }
}
