package dev.understudy.refresh;

import dev.understudy.commandline.DatabaseCase;
import java.util.regex.Pattern;

class PostgresLostAnswerTest extends LostAnswerContract {
    PostgresLostAnswerTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    Pattern exchange() {
        return Pattern.compile("SET SCHEMA.*COMMIT", Pattern.DOTALL);
    }

    @Override
    Pattern commit() {
        return Pattern.compile("checksum =.*SET CONSTRAINTS ALL IMMEDIATE.*COMMIT", Pattern.DOTALL);
    }

    @Override
    String parameters() {
        return "&prepareThreshold=0";
    }
}
