package org.shishi.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerConsumer;
import org.osgi.service.log.LoggerFactory;
import org.slf4j.event.Level;

/**
 * OSGi's log service, answered by slf4j. Felix' own bundles know no other way to say, for instance, why a component
 * does not start. Proxies, because of the interfaces' hundred methods all do the same.
 */
final class LogServices {

    private LogServices() {}

    static void register(BundleContext context) {
        String[] types = {LogService.class.getName(), LoggerFactory.class.getName()};
        context.registerService(types, create(), null);
    }

    static LogService create() {
        return (LogService) proxy(LogService.class, LogServices::callService);
    }

    private static Object callService(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getLogger" -> logger(arguments);
            case "log" -> {
                logOldStyle(arguments);
                yield null;
            }
            default -> callObject(proxy, method, arguments);
        };
    }

    /** (name), (class), (name or class, type), (bundle, name, type). */
    private static Object logger(Object[] arguments) {
        Object named = arguments[0] instanceof Bundle ? arguments[1] : arguments[0];
        String name = named instanceof Class<?> type ? type.getName() : String.valueOf(named);
        boolean printf = arguments[arguments.length - 1] == FormatterLogger.class;
        org.slf4j.Logger target = org.slf4j.LoggerFactory.getLogger(name);
        return proxy(
                printf ? FormatterLogger.class : Logger.class,
                (self, method, a) -> callLogger(target, self, method, a));
    }

    private static Object callLogger(org.slf4j.Logger target, Object proxy, Method method, Object[] arguments)
            throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return callObject(proxy, method, arguments);
        }
        if (name.equals("getName")) {
            return target.getName();
        }
        if (name.startsWith("is")) {
            return target.isEnabledForLevel(level(name.substring(2, name.length() - "Enabled".length())));
        }
        log(target, level(name), proxy, arguments);
        return null;
    }

    /** (consumer), (message), (format, argument), (format, one, two), (format, many[]). */
    private static void log(org.slf4j.Logger target, Level level, Object proxy, Object[] arguments) throws Throwable {
        if (!target.isEnabledForLevel(level)) {
            return;
        }
        if (arguments[0] instanceof LoggerConsumer<?>) {
            LoggerConsumer.class.getMethod("accept", Logger.class).invoke(arguments[0], proxy);
            return;
        }
        String format = String.valueOf(arguments[0]);
        Object[] values = arguments.length == 2 && arguments[1] instanceof Object[] many
                ? many
                : Arrays.copyOfRange(arguments, 1, arguments.length);
        if (values.length == 0) {
            target.atLevel(level).log(format);
        } else if (proxy instanceof FormatterLogger) {
            Throwable cause = values[values.length - 1] instanceof Throwable t ? t : null;
            target.atLevel(level).setCause(cause).log(String.format(format, values));
        } else {
            target.atLevel(level).log(format, values);
        }
    }

    /** (level, message), (level, message, cause), (service, level, message), (service, level, message, cause). */
    private static void logOldStyle(Object[] arguments) {
        int at = arguments[0] instanceof Integer ? 0 : 1;
        ServiceReference<?> service = at == 1 ? (ServiceReference<?>) arguments[0] : null;
        String name = service == null || service.getBundle() == null
                ? "org.osgi.service.log"
                : service.getBundle().getSymbolicName();
        Throwable cause = arguments.length > at + 2 ? (Throwable) arguments[at + 2] : null;
        LogLevel[] levels = {LogLevel.ERROR, LogLevel.WARN, LogLevel.INFO, LogLevel.DEBUG};
        int number = Math.clamp((Integer) arguments[at], 1, levels.length);
        org.slf4j.LoggerFactory.getLogger(name)
                .atLevel(level(levels[number - 1].name()))
                .setCause(cause)
                .log(String.valueOf(arguments[at + 1]));
    }

    private static Level level(String name) {
        return name.equalsIgnoreCase("audit") ? Level.INFO : Level.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static Object callObject(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "slf4j";
            default -> throw new NoSuchMethodException(method.toString());
        };
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(LogServices.class.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> {
            try {
                return handler.invoke(p, m, a);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
