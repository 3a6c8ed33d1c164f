package org.shishi.launcher;

import java.util.List;

/** The words after the command. */
record Options(boolean demo, boolean background) {

    /** Not for people: how {@code start} calls {@code run}. */
    static final String BACKGROUND = "--background";

    static final String DEMO = "--demo";

    static Options of(List<String> words) {
        for (String word : words) {
            if (!word.equals(DEMO) && !word.equals(BACKGROUND)) {
                throw new Refusal("The option " + word + " is unknown; bin/shishi help lists what there is.");
            }
        }
        return new Options(words.contains(DEMO), words.contains(BACKGROUND));
    }
}
