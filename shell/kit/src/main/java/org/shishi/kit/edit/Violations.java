package org.shishi.kit.edit;

import java.util.List;
import org.shishi.api.rule.Violation;

/** Puts together what the form and the door each found. */
final class Violations {

    private Violations() {}

    /** Adds those on fields that the form does not already complain of: what is no number is not also missing. */
    static void add(List<Violation> found, List<Violation> more) {
        List<String> blamed = found.stream().map(Violation::field).toList();
        more.stream()
                .filter(violation -> violation.field() == null || !blamed.contains(violation.field()))
                .forEach(found::add);
    }
}
