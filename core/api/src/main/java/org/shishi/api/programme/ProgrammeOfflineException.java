package org.shishi.api.programme;

/** The programme is stopped, being exchanged or not yet open. Its data is safe; REST answers 503, pages show the offline page. */
public class ProgrammeOfflineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String programmeId;
    private final int year;

    public ProgrammeOfflineException(String programmeId, int year) {
        super(programmeId + " " + year + " is offline", null, false, false);
        this.programmeId = programmeId;
        this.year = year;
    }

    public String programmeId() {
        return programmeId;
    }

    public int year() {
        return year;
    }
}
