package dev.understudy.plan;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.TypeLabel;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operator's links, as links of a schema beside those that the database declares. */
public final class ConfiguredLinks {
    private static final Set<TypeFamily> TYPE_COLUMNS = Set.of(TypeFamily.TEXT, TypeFamily.ENUM, TypeFamily.INTEGER);

    private final Schema schema;
    private final NamedColumns names;
    private final List<ForeignKey> links = new ArrayList<>();

    private ConfiguredLinks(Schema schema) {
        this.schema = schema;
        this.names = new NamedColumns(schema);
    }

    /**
     * The same schema with the operator's links.
     *
     * @throws UnderstudyException with {@code USAGE} for unknown names, a parent's columns that are no unique key, types that
     *     do not go together, or a link that is there already
     */
    public static Schema added(Schema schema, List<LinkRule> rules) {
        if (rules.isEmpty()) {
            return schema;
        }
        ConfiguredLinks configured = new ConfiguredLinks(schema);
        for (int i = 0; i < rules.size(); i++) {
            configured.add(rules.get(i), "links[%d]".formatted(i));
        }
        return configured.schema();
    }

    /** Like {@link #added}, but what {@code schema} knows already, from a model, is not said twice. */
    public static Schema addedWhereMissing(Schema schema, List<LinkRule> rules) {
        List<ForeignKey> own = schema.foreignKeys().stream()
                .filter(link -> !link.isConfigured())
                .toList();
        Schema configured = added(schema.with(own), rules);
        Set<String> known = schema.foreignKeys().stream()
                .filter(ForeignKey::isConfigured)
                .map(ConfiguredLinks::identity)
                .collect(Collectors.toSet());
        List<ForeignKey> all = new ArrayList<>(schema.foreignKeys());
        configured.foreignKeys().stream()
                .filter(ForeignKey::isConfigured)
                .filter(link -> !known.contains(identity(link)))
                .forEach(all::add);
        return schema.with(all);
    }

    private static String identity(ForeignKey link) {
        return link.child() + " " + link.name();
    }

    private Schema schema() {
        List<ForeignKey> all = new ArrayList<>(schema.foreignKeys());
        all.addAll(links);
        all.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        return schema.with(all);
    }

    private void add(LinkRule rule, String setting) {
        List<ColumnName> from = names.columns(rule.from(), setting + ".from");
        Optional<ColumnName> by = rule.by().map(text -> names.column(text, setting + ".by"));
        if (by.isPresent()) {
            requireTypeColumn(by.get(), from, setting);
        }
        for (Map.Entry<String, List<String>> target : rule.to().entrySet()) {
            String where = setting + ".to" + (by.isPresent() ? "." + target.getKey() : "");
            List<ColumnName> to = names.columns(target.getValue(), where);
            by.ifPresent(column -> requireLabel(column, target.getKey(), setting));
            TypeLabel type = by.map(column -> new TypeLabel(column.column(), target.getKey()))
                    .orElse(TypeLabel.ANY);
            links.add(link(from, to, type, where));
        }
    }

    private void requireTypeColumn(ColumnName by, List<ColumnName> from, String setting) {
        if (from.size() != 1) {
            throw usage("%s.from has %d columns; a link with a type column has one.".formatted(setting, from.size()));
        }
        if (!by.table().equals(from.get(0).table()) || by.equals(from.get(0))) {
            throw usage("%s.by: %s is no other column of %s."
                    .formatted(setting, by, from.get(0).table()));
        }
        if (!TYPE_COLUMNS.contains(column(by).type().family())
                || column(by).filling().writesItself()) {
            throw usage("%s.by: %s is of type %s; a type column holds texts, labels or whole numbers."
                    .formatted(setting, by, column(by).type().sqlName()));
        }
    }

    private void requireLabel(ColumnName by, String label, String setting) {
        ColumnType type = column(by).type();
        if (type.family() == TypeFamily.INTEGER && !label.matches("-?\\d{1,18}")) {
            throw usage("%s.to: %s is no whole number, as %s holds.".formatted(setting, label, by));
        }
        if (type.family() == TypeFamily.ENUM && !type.labels().contains(label)) {
            throw usage("%s.to: %s is no label of %s; %s"
                    .formatted(setting, label, by, NearestName.suggestion(label, type.labels())));
        }
    }

    private ForeignKey link(List<ColumnName> from, List<ColumnName> to, TypeLabel type, String where) {
        if (from.size() != to.size()) {
            throw usage("%s names %d columns, but the link has %d.".formatted(where, to.size(), from.size()));
        }
        TableName child = from.get(0).table();
        TableName parent = to.get(0).table();
        requireKey(to, where);
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            requireFit(from.get(i), to.get(i), where);
            pairs.add(new ColumnPair(from.get(i).column(), to.get(i).column()));
        }
        boolean optional = from.stream().anyMatch(column -> column(column).nullable());
        ForeignKey link = link(child, parent, pairs, optional, type);
        requireNew(link, where);
        return link;
    }

    /** The link as the configuration would declare it, named by what it links. */
    public static ForeignKey link(
            TableName child, TableName parent, List<ColumnPair> pairs, boolean optional, TypeLabel type) {
        return ForeignKey.configured(name(child, parent, pairs, type), child, parent, pairs, optional, type);
    }

    /** Says what it links, because it is shown where the name of a constraint would be. */
    private static String name(TableName child, TableName parent, List<ColumnPair> pairs, TypeLabel type) {
        String parentName = parent.schema().equals(child.schema()) ? parent.name() : parent.toString();
        String columns = list(pairs.stream().map(ColumnPair::child).toList());
        String keys = list(pairs.stream().map(ColumnPair::parent).toList());
        String only = type.column().isEmpty() ? "" : " where %s is %s".formatted(type.column(), type.label());
        return "%s -> %s.%s%s".formatted(columns, parentName, keys, only);
    }

    private static String list(List<String> columns) {
        return columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
    }

    private void requireKey(List<ColumnName> to, String where) {
        TableName parent = to.get(0).table();
        Table table = schema.table(parent).orElseThrow();
        Set<String> columns = to.stream().map(ColumnName::column).collect(Collectors.toSet());
        List<UniqueKey> plain = table.keys().stream().filter(UniqueKey::isPlain).toList();
        boolean isKey = plain.stream().anyMatch(key -> columns.equals(Set.copyOf(key.columns())));
        if (!isKey || columns.size() != to.size()) {
            throw usage("%s: %s is no unique key of %s; %s"
                    .formatted(
                            where,
                            list(to.stream().map(ColumnName::column).toList()),
                            parent,
                            plain.isEmpty()
                                    ? "it has none."
                                    : "its keys are "
                                            + plain.stream()
                                                    .map(key -> list(key.columns()))
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
    }

    private void requireFit(ColumnName from, ColumnName to, String where) {
        Column child = column(from);
        if (child.filling().writesItself()) {
            throw usage("%s: %s is written by the database itself and cannot be made to point anywhere."
                    .formatted(where, from));
        }
        if (!FittingTypes.fit(child.type(), column(to).type())) {
            throw usage("%s: %s (%s) cannot hold what %s (%s) holds; a link needs equal types."
                    .formatted(
                            where,
                            from,
                            child.type().sqlName(),
                            to,
                            column(to).type().sqlName()));
        }
    }

    private void requireNew(ForeignKey link, String where) {
        List<ForeignKey> others = new ArrayList<>(schema.foreignKeysOf(link.child()));
        links.stream().filter(other -> other.child().equals(link.child())).forEach(others::add);
        for (ForeignKey other : others) {
            boolean same = other.parent().equals(link.parent())
                    && Set.copyOf(other.columns()).equals(Set.copyOf(link.columns()))
                    && other.type().equals(link.type());
            if (same) {
                throw usage("%s: %s links to %s this way already (%s); leave it out."
                        .formatted(where, link.child(), link.parent(), other.name()));
            }
            boolean typedApart = link.isTyped() != other.isTyped()
                    || !link.type().column().equals(other.type().column());
            if ((link.isTyped() || other.isTyped())
                    && typedApart
                    && other.childColumns().stream().anyMatch(link.childColumns()::contains)) {
                throw usage("%s: the columns of %s are in the link %s already; a link with a type column has its own."
                        .formatted(where, link.child(), other.name()));
            }
        }
    }

    private Column column(ColumnName name) {
        return schema.table(name.table())
                .flatMap(table -> table.column(name.column()))
                .orElseThrow();
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
