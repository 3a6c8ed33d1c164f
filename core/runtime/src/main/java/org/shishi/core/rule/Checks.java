package org.shishi.core.rule;

import org.shishi.api.rule.Input;

/** What an {@link Input} asks of its value beyond the Java type. */
record Checks(
        boolean required,
        String otherwise,
        long min,
        boolean id,
        boolean unchecked,
        boolean personal,
        Class<?> offers) {

    /** Record components without annotation, and parameters: present or empty, no number below zero. */
    static final Checks PLAIN = new Checks(true, "", 0, false, false, false, void.class);

    static Checks of(Input input) {
        return new Checks(
                input.required() && input.otherwise().isEmpty(),
                input.otherwise(),
                input.min(),
                input.id(),
                input.unchecked(),
                input.personal(),
                input.offers());
    }

    /** For a parameter: empty is a value of its own. */
    Checks optional() {
        return new Checks(false, otherwise, min, id, unchecked, personal, offers);
    }
}
