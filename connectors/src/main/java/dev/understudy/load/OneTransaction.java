package dev.understudy.load;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lends one connection to writers that believe they have one each, so that all their rows belong to one transaction.
 *
 * <p>A writer's commit only means that its table is done; the owner of the connection commits everything. A table that is
 * given up ends the transaction and the connection with it: what the owner does next must fail, not commit a part. One
 * writer at a time.
 */
public final class OneTransaction implements Connections {
    private final Connection connection;

    /** @param connection stays the caller's, in a transaction that the caller ends */
    public OneTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection take() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(connection));
    }

    /** Swallows what would end the transaction. */
    private static final class Lent implements InvocationHandler {
        private final Connection connection;
        private boolean done;

        Lent(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "setAutoCommit", "close" -> {
                    return null;
                }
                case "commit" -> {
                    done = true;
                    return null;
                }
                case "rollback" -> {
                    giveUp();
                    return null;
                }
                default -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
        }

        private void giveUp() throws SQLException {
            if (!done && !connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        }
    }
}
