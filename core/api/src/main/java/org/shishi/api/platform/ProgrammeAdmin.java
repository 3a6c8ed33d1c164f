package org.shishi.api.platform;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/**
 * Installs, exchanges and removes programmes while the platform runs. Each call needs the right PLATFORM at the city, is audited, and
 * touches no other bundle: the set that would be refreshed is computed first and must be the programme alone. Calls block
 * until the change is done; never call them on a UI thread that holds its session.
 */
@ProviderType
public interface ProgrammeAdmin {

    /** All that run, failed, are stopped, were refused or left data behind; by id, then year. */
    List<ProgrammeStatus> programmes();

    /**
     * What a change will do.
     *
     * @param action INSTALL, UPDATE, DOWNGRADE, REINSTALL, STOP, START, UNINSTALL or REFUSE
     * @param refreshed symbolic names and versions of the bundles that will be restarted: the programme's own only
     * @param notes for the administrator: migrations, jobs that will not run, people on its pages
     */
    record Plan(String action, String id, int year, String version, List<String> refreshed, List<Text> notes) {}

    /** Looks at a jar without installing it. No more of it is read than a jar may have, 100 MB. */
    Plan planInstall(Caller caller, String fileName, InputStream jar);

    Plan planChange(Caller caller, String action, String id, int year);

    /** Puts a jar into the drop folder and waits until it runs or failed. */
    ProgrammeStatus install(Caller caller, String fileName, InputStream jar);

    ProgrammeStatus stop(Caller caller, String id, int year);

    ProgrammeStatus start(Caller caller, String id, int year);

    /** Removes the jar; the data stays. */
    ProgrammeStatus uninstall(Caller caller, String id, int year);
}
