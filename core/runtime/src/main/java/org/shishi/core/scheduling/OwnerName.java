package org.shishi.core.scheduling;

/** Whose jobs: a programme's in one year, or the core's own. */
record OwnerName(String programmeId, int year) {

    /** The platform itself; not a programme's id, for these name bundles. */
    static final OwnerName CORE = new OwnerName("core", 0);

    /** Its Quartz scheduler, the same on every node. */
    String scheduler() {
        return equals(CORE) ? programmeId : programmeId + "-" + year;
    }

    /** For log and audit. */
    String job(String id) {
        return scheduler() + "/" + id;
    }
}
