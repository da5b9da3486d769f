package dev.understudy.commandline;

class PostgresResumeTest extends ResumeContract {
    PostgresResumeTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    String wroteName(String table) {
        return "public." + table;
    }
}
