package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.plan.ChosenTables;
import dev.understudy.plan.Judge;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Schema;
import dev.understudy.vendor.Vendors;

/** An open source: its catalog, and one consistent view of its rows. */
final class Source implements OpenDataSet {
    private final SourceSettings settings;
    private final Database database;
    private final Schema schema;

    private Source(SourceSettings settings, Database database, Schema schema) {
        this.settings = settings;
        this.database = database;
        this.schema = schema;
    }

    /** @throws UnderstudyException also if there are no tables in it */
    static Source open(SourceSettings settings) {
        Source source = looked(settings);
        if (source.schema.rowTables().isEmpty()) {
            source.close();
            throw source.isEmpty();
        }
        return source;
    }

    /** One that may be empty, unless schemas were asked for by name. */
    static Source openToLook(SourceSettings settings) {
        return settings.schemas().isEmpty() ? looked(settings) : open(settings);
    }

    private static Source looked(SourceSettings settings) {
        Database database = Database.open(settings.access());
        try {
            Schema schema = database.with(
                    "Reading the catalog of " + settings.access(),
                    connection -> Introspection.read(connection, new SchemaSelection(settings.schemas())));
            return new Source(settings, database, OwnTables.without(schema));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private UnderstudyException isEmpty() {
        return new UnderstudyException(
                Problem.USAGE,
                "%s holds no tables%s; check the database's name and --schema."
                        .formatted(
                                settings.access(),
                                settings.schemas().isEmpty() ? "" : " in " + String.join(", ", settings.schemas())));
    }

    Database database() {
        return database;
    }

    @Override
    public String title() {
        return database.toString();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public SnapshotSource snapshot(PlanSettings plan) {
        return Vendors.snapshot(database, ChosenTables.of(schema, plan).read(schema), settings.snapshot());
    }

    @Override
    public Judge judge() {
        return new SourceJudge(database);
    }

    /** What a run would do; tables that have no rows to learn from are filled for a trial. */
    Plan plan(SnapshotSource rows, PlanSettings settings) {
        return Planner.plan(schema, rows, settings, judge(), new FilledForTrial(database));
    }

    /** The same, to learn from or to compare with; without meanings that decide nothing. */
    Plan planToLearn(SnapshotSource rows, PlanSettings settings) {
        return Planner.planToLearn(schema, rows, settings, judge(), new FilledForTrial(database));
    }

    @Override
    public void close() {
        database.close();
    }
}
