package org.shishi.core.persistence;

import java.util.function.Supplier;

/** Libraries that look for their parts by the thread's class loader find them whoever has started the thread. */
public final class ContextLoader {

    private ContextLoader() {}

    public static <T> T with(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
