package dev.understudy.audit;

import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.TestResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the suite said, for a failed assertion. */
final class Told {
    private Told() {}

    static String of(PrivacyResult result) {
        return Stream.concat(
                        Stream.of("%s %s: %s; %d learned, %d held out, %d reference"
                                .formatted(
                                        result.subject(),
                                        result.verdict(),
                                        result.reason(),
                                        result.learned(),
                                        result.heldOut(),
                                        result.reference())),
                        Stream.concat(
                                result.tests().stream().map(Told::line),
                                result.controls().stream().map(Object::toString)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(TestResult test) {
        return "%s %s %s %.4f [%.4f, %.4f] n=%d, %.3f; %s"
                .formatted(
                        test.test(),
                        test.verdict(),
                        test.name(),
                        test.value(),
                        test.low(),
                        test.high(),
                        test.n(),
                        test.threshold(),
                        test.note());
    }
}
