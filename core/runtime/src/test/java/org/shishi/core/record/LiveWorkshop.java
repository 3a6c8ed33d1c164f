package org.shishi.core.record;

import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.text.Text;
import org.shishi.core.record.workshop.WorkshopProgramme;

/** The workshops, open for work. */
record LiveWorkshop(WorkshopProgramme programme) implements LiveProgramme {

    @Override
    public ProgrammeDescriptor descriptor() {
        return programme.descriptor();
    }

    @Override
    public ProgrammeContext context() {
        return programme;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public long bundleId() {
        return 0;
    }

    @Override
    public Text title() {
        return Text.same("workshop");
    }
}
