package dev.understudy.refresh;

import dev.understudy.commandline.DatabaseCase;
import java.util.regex.Pattern;

class MariaDbLostAnswerTest extends LostAnswerContract {
    MariaDbLostAnswerTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    Pattern exchange() {
        return Pattern.compile("RENAME TABLE");
    }

    @Override
    Pattern commit() {
        return Pattern.compile("checksum =.*COMMIT", Pattern.DOTALL);
    }

    @Override
    String parameters() {
        return "";
    }
}
