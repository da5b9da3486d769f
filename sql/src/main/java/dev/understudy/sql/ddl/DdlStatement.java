package dev.understudy.sql.ddl;

import java.util.Objects;

/**
 * One statement that can be sent alone through JDBC, without a semicolon at its end.
 *
 * @param phase  when it runs
 * @param object what it makes, for people and for the ledger: {@code public.orders}, {@code public.orders.orders_pkey}
 * @param sql    the statement in the target's dialect
 */
public record DdlStatement(Phase phase, String object, String sql) {
    public DdlStatement {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(object);
        Objects.requireNonNull(sql);
    }
}
