package org.shishi.testkit.contract;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, each with where it was expected and how to mend it. */
public final class Faults {

    private final List<String> all = new ArrayList<>();

    /** @param mend an instruction, for example {@code add the line visits.name=…} */
    public void add(String what, String where, String mend) {
        all.add(what + " (" + where + "). To mend: " + mend + ".");
    }

    public void addIf(boolean wrong, String what, String where, String mend) {
        if (wrong) {
            add(what, where, mend);
        }
    }

    public List<String> all() {
        return List.copyOf(all);
    }
}
