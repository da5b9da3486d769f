package dev.understudy.serve.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something that is done again and again.
 *
 * @param name          letters, digits, dots, dashes
 * @param verb          of the command line: {@code clone}, {@code generate}, {@code learn}, {@code diff}, {@code verify} or {@code plan}
 * @param configuration file that the verb reads; never a place for passwords in words
 * @param arguments     more flags
 * @param schedule      when it begins; empty for by hand only
 */
public record Job(String name, String verb, Path configuration, List<String> arguments, Optional<Schedule> schedule) {
    public Job {
        arguments = List.copyOf(arguments);
    }

    Job at(Optional<Schedule> other) {
        return new Job(name, verb, configuration, arguments, other);
    }
}
