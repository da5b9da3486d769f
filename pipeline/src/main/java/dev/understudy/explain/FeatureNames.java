package dev.understudy.explain;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Feature;
import dev.understudy.model.TableModel;
import dev.understudy.schema.TableName;

/** Names for what the columns of one table depend on. */
final class FeatureNames {
    private final DatabaseModel model;
    private final TableModel table;

    FeatureNames(DatabaseModel model, TableModel table) {
        this.model = model;
        this.table = table;
    }

    String name(Feature feature) {
        return switch (feature.source()) {
            case OWN -> column(table, feature);
            case PREVIOUS -> column(table, feature) + " of the row before";
            case ALIKE ->
                column(table, feature) + " of the last row with this " + column(table, Feature.own(feature.link()));
            case PARENT -> of(table.owner(), feature);
            case GRANDPARENT -> of(owner().owner(), feature);
            case TARGET -> of(target(feature.link()), feature);
            case POSITION -> "position among its siblings";
            case SIBLINGS -> "number of siblings";
            case REMAINING -> "siblings that follow";
            case RUN ->
                "siblings before with the same " + target(feature.link()).name();
            case RUN_LEFT ->
                "siblings that follow with the same " + target(feature.link()).name();
            case INDEX -> "many together";
        };
    }

    private TableModel owner() {
        return model.table(table.owner()).orElseThrow();
    }

    /** The table that a reference points at. */
    TableName target(int reference) {
        String link = table.references().get(reference).link();
        return model.schema().foreignKeysOf(table.name()).stream()
                .filter(key -> key.name().equals(link))
                .findFirst()
                .orElseThrow()
                .parent();
    }

    private String of(TableName other, Feature feature) {
        return other.name() + "." + column(model.table(other).orElseThrow(), feature);
    }

    private static String column(TableModel of, Feature feature) {
        return of.cascade().get(feature.column()).name();
    }
}
