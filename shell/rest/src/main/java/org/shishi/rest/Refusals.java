package org.shishi.rest;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Texts;

/** Violations inside answers that are no problem as a whole. */
@Component(service = Refusals.class)
public final class Refusals {

    private final CoreTexts texts;

    @Activate
    public Refusals(@Reference CoreTexts texts) {
        this.texts = texts;
    }

    /** @param owner texts of the programme; null: the core's alone */
    List<Map<String, Object>> plain(List<Violation> violations, Texts owner) {
        return violations.stream()
                .map(v -> Problems.violation(v, texts.message(v, owner)))
                .toList();
    }
}
