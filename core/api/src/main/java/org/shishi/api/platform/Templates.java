package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;

/**
 * How an edition words what it tells people: templates in Chinese and English that stand in for those of the programme and
 * the platform, from their publication on. What was sent keeps its words. An OSGi service; thread-safe.
 *
 * <p>{@code {0}}, {@code {1}} … stand for what differs from notice to notice. A wording may use those that the original
 * uses, no others. Reading and drafting needs PARAMETERS_DRAFT or PARAMETERS_PUBLISH in the programme, publishing needs
 * PARAMETERS_PUBLISH; else {@code CORE-FORBIDDEN}. Of programmes that run; for others {@code CORE-NOT-FOUND}.
 */
@ProviderType
public interface Templates {

    int LONGEST_TITLE = 200;
    int LONGEST_BODY = 2_000;
    int LONGEST_SMS = 300;

    /** @param sms null: what is told here is not worth a text message */
    record Wording(Text title, Text body, Text sms) {}

    /**
     * @param id {@code notice.<type>}, {@code deadline.soon}, {@code deadline.<type>} …
     * @param original the programme's or the platform's own words; {@code body} null: a title alone
     * @param current what is sent now
     * @param draft what is to be published; null: nothing
     * @param meanings what the placeholders stand for, by an example each, in their order; may be empty
     */
    record Template(
            String id, Wording original, Wording current, Wording draft, List<Text> meanings, boolean changed) {}

    /** Something that was done to a template. */
    record Change(Instant at, String by, Kind kind, String reason, Wording wording) {

        public enum Kind {
            PUBLISHED,
            /** Back to the original. */
            RESET
        }
    }

    /**
     * @param filled the wording with examples in place of placeholders
     * @param refusals why it cannot be published; empty: it can
     * @param left placeholders of the original that it no longer uses
     */
    record Preview(Wording filled, List<Violation> refusals, List<String> left) {}

    List<Template> list(Caller caller, String programmeId, int year);

    Template get(Caller caller, String programmeId, int year, String id);

    Preview preview(Caller caller, String programmeId, int year, String id, Wording wording);

    /**
     * Keeps a draft; one for each template, the last one counts.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-TEMPLATE-EMPTY}, {@code CORE-TEMPLATE-LENGTH},
     *     {@code CORE-TEMPLATE-PLACEHOLDER}, all together
     */
    Template draft(Caller caller, String programmeId, int year, String id, Wording wording);

    /**
     * Publishes a wording; the draft is done with.
     *
     * @throws org.shishi.api.rule.RefusedException as {@link #draft}; {@code CORE-REASON} without a reason
     */
    Template publish(Caller caller, String programmeId, int year, String id, Wording wording, String reason);

    /** Back to the original words; the draft goes, too. */
    Template reset(Caller caller, String programmeId, int year, String id, String reason);

    /** What was published, newest first. */
    List<Change> history(Caller caller, String programmeId, int year, String id);
}
