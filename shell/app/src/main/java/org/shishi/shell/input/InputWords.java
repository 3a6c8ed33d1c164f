package org.shishi.shell.input;

/** What inputs and their options are called in the language of the page. */
public interface InputWords {

    /** @param name of an input, a field of it, or a key */
    String label(String name);

    /** @param words where the texts stand, for example {@code RoomState} */
    String option(String words, String option);

    /** Short hint below a field; null: none. */
    default String hint(String name) {
        return null;
    }
}
