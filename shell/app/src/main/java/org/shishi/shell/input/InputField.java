package org.shishi.shell.input;

import com.vaadin.flow.component.Component;

/**
 * A field for a plain value (text, number, truth, list, map) whose shape is only known now. What is typed is kept as typed:
 * whether it is right, the rule behind says.
 */
public interface InputField {

    Component component();

    /** The plain value; null: empty. What is no number though it should be one is given as text. */
    Object value();

    /** Shows a plain value that may have come from anywhere; what does not fit is left out. */
    void show(Object plain);

    /**
     * Says something beside the field.
     *
     * @param path what is to blame inside, for example {@code [0].areaM2}; empty: the field itself
     * @return whether there is such a place
     */
    boolean complain(String path, String message);

    void silence();

    /** Goes to the place that a complaint was about. */
    void focus(String path);
}
