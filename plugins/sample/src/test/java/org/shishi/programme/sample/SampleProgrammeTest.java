package org.shishi.programme.sample;

import org.shishi.testkit.ProgrammeContract;

class SampleProgrammeTest extends ProgrammeContract {

    SampleProgrammeTest() {
        super(new SampleProgramme(), "SAMPLE-1 costPerHead");
    }
}
