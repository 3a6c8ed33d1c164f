package org.shishi.api.rule;

/** The result of a pure check: {@code {"ok": true}}. */
public record Ok(boolean ok) {

    public static final Ok OK = new Ok(true);
}
