package org.shishi.api.platform;

import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** The core's own texts, and the wording of a violation whoever owns its code. */
@ProviderType
public interface CoreTexts extends Texts {

    /** @param owner texts of the programme at hand; null: the core's alone. Codes that the owner lacks are the core's. */
    Text message(Violation violation, Texts owner);
}
