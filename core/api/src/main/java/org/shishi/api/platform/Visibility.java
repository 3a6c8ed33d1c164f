package org.shishi.api.platform;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.text.Text;

/**
 * Who can see a record, and why: every account whose roles reach it (R-C.13), with the organisation it acts for. For
 * administrators (right PLATFORM) and auditors (right AUDIT_LOG), about records of their own branch; what stands in the
 * record is not told. Each question is audited. An OSGi service, thread-safe.
 */
@ProviderType
public interface Visibility {

    /**
     * One reason why one account sees it.
     *
     * @param organisation that the role is held in: the owner itself, or one above it
     * @param own whether that is the owner itself
     * @param deputyFor display name of the account that it stands in for today; null: the role is its own
     * @param unmasked whether the role may see personal data in clear, with a reason
     */
    record Reason(
            UUID account,
            String userName,
            String displayName,
            Role role,
            String programmeId,
            UUID organisation,
            String organisationName,
            boolean own,
            String deputyFor,
            boolean unmasked) {}

    /**
     * @param owner the record's owner, {@code ownerName} and the way from the city down to it
     * @param reasons nearest organisation first, then by account
     * @param more whether there are more than are told
     */
    record Answer(
            String programmeId,
            int year,
            String recordType,
            UUID record,
            Text typeTitle,
            UUID owner,
            String ownerName,
            List<String> way,
            List<Reason> reasons,
            boolean more) {
        public Answer {
            way = List.copyOf(way);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param recordType id of the record type in its programme
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} (no right, or owned outside the branch),
     *     {@code CORE-NOT-FOUND} (no such programme, type or record)
     */
    Answer explain(Caller caller, String programmeId, int year, String recordType, UUID record);
}
