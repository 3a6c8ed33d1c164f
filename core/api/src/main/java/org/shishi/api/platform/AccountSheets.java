package org.shishi.api.platform;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.Violation;

/**
 * Accounts from an Excel sheet, one row for each role of each account, at most 5 000 rows: looked through row by row
 * first, made afterwards by {@link Accounts#create}, those that are good. What was looked through is kept for a while on
 * this node for its reader alone. Needs the right PLATFORM. An OSGi service, thread-safe.
 */
@ProviderType
public interface AccountSheets {

    /**
     * A row as it was read.
     *
     * @param row as the sheet shows it
     * @param refusals why its account will not be made; of the whole account when its other rows are to blame
     * @param warnings what is noteworthy and blocks nothing
     */
    record Line(
            int row,
            String userName,
            String displayName,
            String organisation,
            String programme,
            String role,
            List<Violation> refusals,
            List<Violation> warnings) {}

    /** @param accounts how many would be made */
    record Preview(UUID id, int accounts, List<Line> lines) {}

    /** The empty sheet. */
    void template(Caller caller, OutputStream xlsx);

    /**
     * Looks a sheet through; saves nothing.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-ATT-TYPE}, {@code CORE-ATT-SIZE},
     *     {@code CORE-IMP-BROKEN}, {@code CORE-IMP-HEADER}, {@code CORE-IMP-ROWS}
     */
    Preview read(Caller caller, InputStream xlsx);

    /** The refused rows with a column of reasons. @throws org.shishi.api.rule.RefusedException {@code CORE-IMP-GONE} */
    void errors(Caller caller, UUID preview, OutputStream xlsx);

    /**
     * Makes the good accounts. What somebody else made meanwhile is left out, and the sheet says so.
     *
     * @param passwords gets the sheet of user names and one-time passwords: the only time they are told
     * @return how many accounts were made
     * @throws org.shishi.api.rule.RefusedException {@code CORE-IMP-GONE}
     */
    int create(Caller caller, UUID preview, OutputStream passwords);
}
