package org.shishi.kit.live;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;
import org.shishi.kit.component.ProgrammeWords;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.text.Messages;
import org.shishi.kit.visit.CodeWords;

/** The core's texts as programmes may have them. */
@Component(service = ProgrammeWords.class)
public final class CoreWords implements ProgrammeWords {

    private final CoreTexts texts;

    @Activate
    public CoreWords(@Reference CoreTexts texts) {
        this.texts = texts;
    }

    @Override
    public RefusalWords refusals(RecordType<?> type, Texts programme) {
        return CodeWords.of(type, programme, texts, Messages.locale());
    }
}
