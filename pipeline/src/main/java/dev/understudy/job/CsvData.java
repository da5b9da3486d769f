package dev.understudy.job;

import dev.understudy.csv.CsvFolder;
import dev.understudy.plan.Judge;
import dev.understudy.plan.PlanSettings;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Schema;
import java.util.Collections;

/** An open folder of CSV files. */
final class CsvData implements OpenDataSet {
    private final CsvSettings settings;
    private final CsvFolder folder;

    private CsvData(CsvSettings settings, CsvFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    static CsvData open(CsvSettings settings) {
        return new CsvData(settings, CsvFolder.open(settings.folder()));
    }

    static CsvData open(CsvSettings settings, Schema described) {
        return new CsvData(settings, CsvFolder.open(settings.folder(), described));
    }

    @Override
    public String title() {
        return settings.place();
    }

    @Override
    public Schema schema() {
        return folder.schema();
    }

    @Override
    public SnapshotSource snapshot(PlanSettings plan) {
        return folder.rows(SnapshotSettings.DEFAULT.maxDuration());
    }

    /** No file declares a check, so nobody asks. */
    @Override
    public Judge judge() {
        return (check, column, texts) -> Collections.nCopies(texts.size(), false);
    }

    @Override
    public void close() {}
}
