package dev.understudy.cli.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.understudy.plan.NearestName;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.serve.state.Job;
import dev.understudy.serve.state.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what {@code understudy serve} has to do. */
public final class JobsFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private static final List<String> VERBS = List.of("clone", "generate", "learn", "diff", "verify", "plan");

    private record Entries(Integer version, Map<String, Entry> jobs) {}

    private record Entry(String verb, Path config, List<String> arguments, String schedule, String zone) {}

    private JobsFile() {}

    /** @throws UnderstudyException {@link Problem#USAGE} for a file that is none, naming the key */
    public static List<Job> read(Path file) {
        Entries entries = entries(file);
        if (entries == null || entries.version() == null || entries.version() != 1) {
            throw usage("%s: version must be 1, the only format there is.".formatted(file));
        }
        if (entries.jobs() == null || entries.jobs().isEmpty()) {
            throw usage("%s: there are no jobs.".formatted(file));
        }
        List<Job> jobs = new ArrayList<>();
        entries.jobs().forEach((name, entry) -> jobs.add(job(file, name, entry)));
        return jobs;
    }

    private static Entries entries(Path file) {
        try {
            return MAPPER.readValue(Files.readString(file), Entries.class);
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            throw usage("%s: unknown key %s; %s"
                    .formatted(file, e.getPropertyName(), NearestName.suggestion(e.getPropertyName(), known)));
        } catch (JsonProcessingException e) {
            throw usage("%s: not understood at line %d, column %d."
                    .formatted(
                            file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The file of jobs %s cannot be read.".formatted(file), e);
        }
    }

    private static Job job(Path file, String name, Entry entry) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw usage("%s: a job is named by letters, digits, dots and dashes.".formatted(file));
        }
        if (entry == null || entry.config() == null) {
            throw usage("%s: jobs.%s.config is missing.".formatted(file, name));
        }
        String verb = Words.oneOf(Objects.requireNonNullElse(entry.verb(), "clone"), VERBS, "jobs." + name + ".verb");
        Path configuration =
                file.toAbsolutePath().resolveSibling(entry.config()).normalize();
        if (!Files.isReadable(configuration)) {
            throw usage("%s: jobs.%s.config names %s, which cannot be read.".formatted(file, name, configuration));
        }
        Optional<Schedule> schedule = Optional.ofNullable(entry.schedule())
                .map(text -> Schedule.of(
                        text,
                        Objects.requireNonNullElse(
                                entry.zone(), ZoneId.systemDefault().getId())));
        return new Job(name, verb, configuration, Objects.requireNonNullElse(entry.arguments(), List.of()), schedule);
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
