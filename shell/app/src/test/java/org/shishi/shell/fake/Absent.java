package org.shishi.shell.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service of which the tests need little: methods that the helper has work, others answer that there is nothing. */
final class Absent {

    private Absent() {}

    static <T> T of(Class<T> type, Object helper) {
        return type.cast(
                Proxy.newProxyInstance(Absent.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    Method own = find(helper, method);
                    return own == null ? nothing(method) : call(own, helper, args);
                }));
    }

    private static Object call(Method own, Object helper, Object[] args) throws Throwable {
        try {
            return own.invoke(helper, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Method find(Object helper, Method wanted) {
        if (helper == null) {
            return null;
        }
        try {
            return helper.getClass().getMethod(wanted.getName(), wanted.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
    }
}
