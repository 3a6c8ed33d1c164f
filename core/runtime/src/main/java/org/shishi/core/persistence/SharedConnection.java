package org.shishi.core.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** A connection that several use in turn: none of them ends the transaction or gives it back. */
final class SharedConnection implements InvocationHandler {

    private static final Set<String> NOT_THEIRS = Set.of("close", "commit", "setAutoCommit", "setReadOnly");

    private final Connection real;

    private SharedConnection(Connection real) {
        this.real = real;
    }

    static Connection of(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new SharedConnection(real));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (NOT_THEIRS.contains(method.getName()) || wholeRollback(method)) {
            return null;
        }
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Going back to a savepoint is allowed. */
    private static boolean wholeRollback(Method method) {
        return method.getName().equals("rollback") && method.getParameterCount() == 0;
    }
}
