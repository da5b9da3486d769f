package dev.understudy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChosenTablesTest {
    private static final Schema SHOP = new Schema(
            Vendor.H2,
            "2",
            "PUBLIC",
            Stream.of("AUDIT_LOG", "AUDIT_MAIL", "ORDERS")
                    .map(name -> Table.of(
                            name(name),
                            List.of(Column.of("ID", ColumnType.of(TypeFamily.INTEGER, "INTEGER"), false)),
                            List.of()))
                    .toList(),
            List.of(),
            List.of(),
            List.of());

    private static TableName name(String table) {
        return new TableName("PUBLIC", table);
    }

    private static ChosenTables chosen(TableRule... rules) {
        return ChosenTables.of(SHOP, new PlanSettings(1, List.of(rules), List.of(), List.of(), 10));
    }

    @Test
    void anExactNameBeatsAPatternWhereverItStands() {
        ChosenTables chosen = chosen(TableRule.of("audit_mail", RowMode.COPY), TableRule.of("audit_*", RowMode.EMPTY));

        assertThat(chosen.mode(name("AUDIT_LOG"))).isEqualTo(RowMode.EMPTY);
        assertThat(chosen.mode(name("AUDIT_MAIL"))).isEqualTo(RowMode.COPY);
        assertThat(chosen.mode(name("ORDERS"))).isEqualTo(RowMode.AUTO);
    }

    @Test
    void aLaterPatternBeatsAnEarlierOneInWhatItSays() {
        ChosenTables chosen = chosen(
                TableRule.of("*", RowMode.SKIP),
                new TableRule("public.audit_?og", Optional.empty(), OptionalDouble.of(0.5)),
                TableRule.of("ord*", RowMode.SYNTHESIZE));

        assertThat(chosen.mode(name("AUDIT_LOG"))).isEqualTo(RowMode.SKIP);
        assertThat(chosen.scales()).containsOnlyKeys(name("AUDIT_LOG"));
        assertThat(chosen.mode(name("ORDERS"))).isEqualTo(RowMode.SYNTHESIZE);
        assertThat(chosen.read(SHOP)).extracting(Table::name).containsExactly(name("ORDERS"));
    }

    @Test
    void aPatternThatMatchesNothingIsRefused() {
        assertThatThrownBy(() -> chosen(TableRule.of("audits_*", RowMode.EMPTY)))
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(Problem.USAGE))
                .hasMessageContaining("tables.audits_* matches no table");
    }
}
