package org.shishi.kit.edit;

import java.util.function.Supplier;

/** Whether what is typed differs from what was there at first. */
final class Dirty {

    private final Supplier<Object> now;
    private Object first;
    private boolean saved;

    Dirty(Supplier<Object> now) {
        this.now = now;
        this.first = now.get();
    }

    void saved() {
        saved = true;
    }

    void begin() {
        first = now.get();
    }

    boolean is() {
        return !saved && !first.equals(now.get());
    }
}
