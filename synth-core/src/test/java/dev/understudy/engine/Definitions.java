package dev.understudy.engine;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the databases of the engine's tests are made of. */
final class Definitions {
    static final ColumnType INT = ColumnType.of(TypeFamily.INTEGER, "int").withPrecision(32, 0);
    static final ColumnType TEXT = ColumnType.of(TypeFamily.TEXT, "varchar(60)").withLength(60);
    static final ColumnType DATE = ColumnType.of(TypeFamily.DATE, "date");

    private Definitions() {}

    /** A table whose key is {@code id}. @param columns names and types, none of them nullable */
    static Table table(TableName name, Object... columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            all.add(Column.of((String) columns[i], (ColumnType) columns[i + 1], false));
        }
        return Table.of(name, all, List.of(UniqueKey.of(name.name() + "_pk", true, List.of("id"))));
    }

    /** A link to the key {@code id}. */
    static ForeignKey link(String name, TableName child, String column, TableName parent) {
        return link(name, child, column, parent, false);
    }

    static ForeignKey link(String name, TableName child, String column, TableName parent, boolean optional) {
        return ForeignKey.of(name, child, parent, List.of(new ColumnPair(column, "id")), optional);
    }

    /** @param pairs names and values */
    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    /** Rows of a calibrated model of some rows, as many as these. @param people tables that hold personal data */
    static MemoryDatabase made(Schema schema, MemoryDatabase real, TableName... people) {
        DatabaseModel model = new CalibratedLearner(request(schema, real, people), LearnProgress.NONE).learn(real);
        MemoryDatabase made = new MemoryDatabase();
        new DatabaseGenerator(model, GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(made);
        return made;
    }

    /** All tables are to be synthesized. @param people tables that hold personal data */
    static LearnRequest request(Schema schema, MemoryDatabase database, TableName... people) {
        Map<TableName, TableFacts> facts = new HashMap<>();
        Map<TableName, TableMode> modes = new HashMap<>();
        for (Table table : schema.tables()) {
            facts.put(
                    table.name(),
                    new TableFacts(
                            database.count(table.name()), false, List.of(people).contains(table.name()), false));
            modes.put(table.name(), TableMode.SYNTHESIZE);
        }
        SchemaGraph graph = SchemaGraph.of(schema, new GraphFacts(facts, Map.of()), List.of());
        return new LearnRequest(schema, graph, modes, Map.of(), Map.of(), Map.of(), LearnSettings.DEFAULT);
    }
}
