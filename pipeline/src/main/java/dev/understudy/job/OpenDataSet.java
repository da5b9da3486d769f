package dev.understudy.job;

import dev.understudy.plan.Judge;
import dev.understudy.plan.PlanSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Schema;

/** A data set while it is read. */
interface OpenDataSet extends AutoCloseable {
    /** Real data, which describe themselves. */
    static OpenDataSet open(DataSet data) {
        return data instanceof CsvSettings folder ? CsvData.open(folder) : Source.open((SourceSettings) data);
    }

    /** Data that are compared with others, and may leave their description to those. */
    static OpenDataSet open(DataSet data, Schema described) {
        return data instanceof CsvSettings folder
                ? CsvData.open(folder, described)
                : Source.open((SourceSettings) data);
    }

    /** For people: where the rows are, and who reads them. */
    String title();

    Schema schema();

    /** One state of all tables that the settings let a run read. */
    SnapshotSource snapshot(PlanSettings plan);

    /** Verdicts on checks that nobody else understands. */
    Judge judge();

    @Override
    void close();
}
