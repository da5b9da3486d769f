package dev.understudy.sql.ddl.mariadb;

import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.text.QualifiedNames;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the target, alone and inside MariaDB's own texts. */
final class TargetNames {
    private final SchemaNames names;
    private final Set<TableName> known = new HashSet<>();

    TargetNames(Schema source, SchemaNames names) {
        this.names = names;
        source.tables().stream().map(Table::name).forEach(known::add);
        source.sequences().stream().map(Sequence::name).forEach(known::add);
        for (SchemaObject object : source.objects()) {
            String own = object.name().name();
            known.add(object.name());
            // A trigger is listed behind its table's name.
            known.add(new TableName(object.name().schema(), own.substring(own.indexOf('.') + 1)));
        }
    }

    String quoted(TableName source) {
        return Identifiers.quote(Vendor.MARIADB, names.target(source));
    }

    /** {@code text} with the target's databases in place of the source's. */
    String in(String text) {
        return QualifiedNames.backticks(text)
                .replace(name -> known.contains(name) ? Optional.of(quoted(name)) : Optional.empty());
    }
}
