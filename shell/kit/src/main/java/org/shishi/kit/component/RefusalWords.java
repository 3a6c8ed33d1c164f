package org.shishi.kit.component;

import java.util.List;
import org.shishi.api.rule.Violation;

/** Puts violations into the words of the page's language; see {@link ProgrammeWords}. */
@FunctionalInterface
public interface RefusalWords {

    List<String> of(List<Violation> violations);
}
