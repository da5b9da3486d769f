package dev.understudy.roundtrip;

import java.util.List;
import java.util.stream.Stream;

/** Types without a binary writer push the whole table into the text form, so all types are tried in it too. */
class PostgresTextRoundTripTest extends PostgresRoundTripTest {
    @Override
    List<TypeCase> cases() {
        return Stream.concat(BINARY_CASES.stream(), TEXT_CASES.stream()).toList();
    }
}
