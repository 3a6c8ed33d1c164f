package org.shishi.browser;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Something that is made once for a whole test run and closed at its end. What can't be made is not tried again: every
 * test then fails with the same sentence.
 */
final class Once implements AutoCloseable {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Once.class);

    private final AutoCloseable value;
    private final Throwable failure;

    private Once(AutoCloseable value, Throwable failure) {
        this.value = value;
        this.failure = failure;
    }

    static <T extends AutoCloseable> T get(
            ExtensionContext context, Class<T> type, Class<? extends T> maker, Callable<? extends T> make) {
        Once once = context.getRoot().getStore(STORE).getOrComputeIfAbsent(maker, key -> make(make), Once.class);
        if (once.failure != null) {
            throw new IllegalStateException(once.failure.getMessage(), once.failure);
        }
        return type.cast(once.value);
    }

    private static Once make(Callable<? extends AutoCloseable> make) {
        try {
            return new Once(make.call(), null);
        } catch (InvocationTargetException e) {
            return new Once(null, e.getCause());
        } catch (Exception e) {
            return new Once(null, e);
        }
    }

    @Override
    public void close() {
        if (value == null) {
            return;
        }
        try {
            value.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
