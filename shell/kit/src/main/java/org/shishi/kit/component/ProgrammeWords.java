package org.shishi.kit.component;

import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;

/** Words for what the one door refused, for pages that a programme writes itself. An OSGi service of the kit. */
@ProviderType
public interface ProgrammeWords {

    /**
     * In the language of the page at hand, whoever owns the codes; fields by their titles.
     *
     * @param type whose fields the violations name; null: of none
     * @param texts of the programme
     */
    RefusalWords refusals(RecordType<?> type, Texts texts);
}
