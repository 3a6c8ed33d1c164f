package org.shishi.core.scheduling;

import java.util.Optional;
import java.util.function.Function;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/**
 * An owner of jobs that is there now.
 *
 * @param parameters a value of its edition by full name; empty: not set
 */
record Owner(OwnerName name, Texts texts, Function<String, Optional<Object>> parameters) {

    static Owner core(Texts texts) {
        return new Owner(OwnerName.CORE, texts, name -> Optional.empty());
    }

    static Owner of(LiveProgramme programme) {
        ProgrammeContext context = programme.context();
        return new Owner(
                new OwnerName(context.programmeId(), context.year()), context.texts(), parameter -> context.edition()
                        .value(parameter));
    }

    Text title(String jobId) {
        return texts.get("job." + jobId);
    }
}
