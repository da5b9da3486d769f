package dev.understudy.explain;

import dev.understudy.explain.ColumnAccount.Dependence;
import dev.understudy.model.Base;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Conversion;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Echo;
import dev.understudy.model.Forest;
import dev.understudy.model.Ranking;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Refiner;
import dev.understudy.model.Relative;
import dev.understudy.model.Residue;
import dev.understudy.model.Rest;
import dev.understudy.model.TableModel;
import dev.understudy.model.Total;
import dev.understudy.model.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads out of a model what was learned: orders of columns, what each depends on, and the dependencies found. */
public final class ModelAccount {
    private static final int PERCENT = 100;

    private final TableModel table;
    private final FeatureNames names;

    private ModelAccount(DatabaseModel model, TableModel table) {
        this.table = table;
        this.names = new FeatureNames(model, table);
    }

    /** One account a table, parents before children. Holds names and shares, no values of the source. */
    public static List<TableAccount> of(DatabaseModel model) {
        return model.tables().stream()
                .map(table -> new ModelAccount(model, table).account())
                .toList();
    }

    private TableAccount account() {
        List<String> links = new ArrayList<>();
        for (int r = 0; r < table.references().size(); r++) {
            links.add(link(r, table.references().get(r)));
        }
        return new TableAccount(
                table.name(),
                table.mode(),
                table.sourceRows(),
                table.isSubject() ? "" : table.owner().toString(),
                table.cascade().stream().map(this::column).toList(),
                table.combinations().columns(),
                table.references().stream()
                        .flatMap(link -> link.repeats().kin().stream().map(kin -> link.link() + " → " + text(kin)))
                        .toList(),
                links,
                table.refiners().stream().map(this::redrawn).toList());
    }

    private String redrawn(Refiner refiner) {
        return String.format(
                Locale.ROOT,
                "%s to %s: of rows kept aside and drawn ones a classifier told %.1f %% apart before, %.1f %% since",
                table.cascade().get(refiner.from()).name(),
                table.cascade().get(refiner.to() - 1).name(),
                PERCENT * refiner.told(),
                PERCENT * refiner.left());
    }

    private ColumnAccount column(CascadeColumn column) {
        return new ColumnAccount(
                column.name(), column.codec().codes() - 1, dependsOn(column), kept(column), found(column));
    }

    private List<Dependence> dependsOn(CascadeColumn column) {
        Map<String, Double> shares = new TreeMap<>();
        column.forests().forEach(forest -> add(forest, shares));
        double all = shares.values().stream().mapToDouble(share -> share).sum();
        return shares.entrySet().stream()
                .map(entry -> new Dependence(entry.getKey(), entry.getValue() / all))
                .sorted(Comparator.comparingDouble((Dependence one) -> -one.share())
                        .thenComparing(Dependence::on))
                .toList();
    }

    private void add(Forest forest, Map<String, Double> shares) {
        for (Tree tree : forest.trees()) {
            add(forest, tree, 0, 1.0 / forest.trees().size(), shares);
        }
    }

    private void add(Forest forest, Tree tree, int node, double share, Map<String, Double> shares) {
        if (tree.feature()[node] >= 0) {
            shares.merge(names.name(forest.features().get(tree.feature()[node])), share, Double::sum);
            add(forest, tree, tree.left()[node], share / 2, shares);
            add(forest, tree, tree.right()[node], share / 2, shares);
        }
    }

    private List<String> kept(CascadeColumn column) {
        List<String> kept = new ArrayList<>();
        for (Total total : table.totals()) {
            if (total.column().equals(column.name())) {
                kept.add("= " + TotalText.of(total));
            }
        }
        column.rests().forEach(rest -> kept.add("= " + told(rest.of())));
        column.relatives().stream()
                .filter(Relative::isExact)
                .forEach(relative -> kept.add("= " + text(relative.base())));
        for (Bound bound : column.bounds()) {
            String order = (bound.atLeast() ? ">" : "<") + (bound.strict() ? " " : "= ");
            kept.add(order + names.name(bound.base()));
        }
        for (Ranking ranking : table.combinations().ranks()) {
            if (table.cascade().get(ranking.column()) == column) {
                kept.add("%d, %d, %d … among its siblings, in some order"
                        .formatted(ranking.first(), ranking.first() + 1, ranking.first() + 2));
            }
        }
        return kept;
    }

    private static String told(Rest.Of of) {
        return switch (of) {
            case TOTAL, MEAN -> "what the rows before leave of it";
            case PACE -> "how far the rows that follow lie apart";
            case LAST -> "where the last row lies, known to it alone";
            case END -> "where the last row ends, known to it alone";
            case NEXT -> "where the last row begins, known to the row before it";
            case RUN -> "how many rows just before have the same";
        };
    }

    private List<String> found(CascadeColumn column) {
        List<String> found = new ArrayList<>();
        column.relatives().stream()
                .filter(relative -> !relative.isExact())
                .forEach(relative -> found.add("told by its difference from " + text(relative.base())));
        for (Echo echo : column.echoes()) {
            found.add("often the same as " + names.name(echo.base()));
        }
        for (Residue residue : column.residues()) {
            found.add("its " + residue.kind().name().toLowerCase(Locale.ROOT) + " is drawn before");
        }
        if (!column.peaks().isEmpty()) {
            found.add("some values stand out among their neighbours");
        }
        return found;
    }

    private String text(Base base) {
        StringBuilder text = new StringBuilder();
        for (Base.Term term : base.terms()) {
            double weight = Math.abs(term.weight());
            String sign = term.weight() < 0 ? text.isEmpty() ? "-" : " - " : text.isEmpty() ? "" : " + ";
            text.append(sign);
            if (weight != 1) {
                text.append(String.format(Locale.ROOT, "%.3g", weight)).append(" × ");
            }
            boolean size = term.conversion() == Conversion.ABSOLUTE;
            text.append(size ? "the size of " : "").append(names.name(term.feature()));
            if (!term.isSingle()) {
                text.append(term.operation() == Base.Operation.TIMES ? " × " : " / ")
                        .append(names.name(term.other()));
            }
        }
        return text.toString();
    }

    private String link(int number, ReferenceModel link) {
        String how = switch (link.kind()) {
            case ROW -> "each row of it a category of its own";
            case DEALT -> "dealt out so that each is pointed at as often as such rows were";
            case LATE -> "the same, after all tables are made, as the link closes a ring";
            case SELF -> "a row of the level above";
        };
        List<String> by = link.buckets().stream()
                .map(bucket -> table.cascade().get(bucket.column()).name())
                .toList();
        String target = link.kind() == ReferenceModel.Kind.SELF
                ? table.name().name()
                : names.target(number).name();
        return link.link() + " → " + target + ": " + how
                + (by.isEmpty() ? "" : ", within " + String.join(", ", by))
                + (link.repeats().column() < 0 ? "" : "; often that of the row before or of the parent")
                + link.repeats().kin().stream().map(kin -> "; " + text(kin)).collect(Collectors.joining());
    }

    private static String text(ReferenceModel.Kin kin) {
        String row = kin.row().isEmpty() ? "the target of the row before" : "the row (" + way(kin.row()) + ")";
        String target = kin.target().isEmpty() ? "" : " (" + way(kin.target()) + ")";
        return "its target" + target + " mostly hangs on the same row as " + row;
    }

    private static String way(List<String> links) {
        return "over " + String.join(", ", links);
    }
}
