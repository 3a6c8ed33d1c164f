package org.shishi.core.template;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Templates;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.audit.Reasons;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.text.Placeholders;

/** The one use case behind the templates page and REST. */
@Component(service = Templates.class)
public final class TemplatesService implements Templates {

    private final CoreDatabase database;
    private final CoreTexts core;
    private final Audit audit;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    volatile List<LiveProgramme> programmes = List.of();

    @Activate
    public TemplatesService(
            @Reference CoreDatabase database,
            @Reference CoreTexts core,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.core = core;
        this.audit = audit;
        this.clock = clock;
    }

    private Catalogue catalogue(String programmeId, int year) {
        Texts own = programmes.stream()
                .filter(one -> one.descriptor().id().equals(programmeId)
                        && one.context().year() == year)
                .findFirst()
                .map(one -> one.context().texts())
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        return new Catalogue(own, core);
    }

    private Catalogue having(String programmeId, int year, String id) {
        Catalogue catalogue = catalogue(programmeId, year);
        if (!catalogue.ids().contains(id)) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
        return catalogue;
    }

    private static void mayRead(Caller caller, String programmeId) {
        caller.require(programmeId, Right.PARAMETERS_DRAFT, Right.PARAMETERS_PUBLISH);
    }

    private static void mayPublish(Caller caller, String programmeId) {
        caller.require(programmeId, Right.PARAMETERS_PUBLISH);
    }

    @Override
    public List<Template> list(Caller caller, String programmeId, int year) {
        mayRead(caller, programmeId);
        Catalogue catalogue = catalogue(programmeId, year);
        return database.read(handle -> {
            WordingRows rows = new WordingRows(handle, programmeId, year);
            Map<String, Wording> published = rows.published();
            Map<String, Wording> drafts = rows.drafts();
            return catalogue.ids().stream()
                    .map(id -> template(catalogue, id, published.get(id), drafts.get(id)))
                    .toList();
        });
    }

    private static Template template(Catalogue catalogue, String id, Wording published, Wording draft) {
        Wording original = catalogue.original(id);
        Wording current = published == null ? original : published;
        return new Template(id, original, current, draft, catalogue.examples(id), !current.equals(original));
    }

    @Override
    public Template get(Caller caller, String programmeId, int year, String id) {
        return list(caller, programmeId, year).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    @Override
    public Preview preview(Caller caller, String programmeId, int year, String id, Wording wording) {
        mayRead(caller, programmeId);
        Catalogue catalogue = having(programmeId, year, id);
        SortedSet<String> known = catalogue.placeholders(id);
        WordingCheck check = new WordingCheck(catalogue.original(id), known);
        Wording shaped = check.shaped(wording);
        Object[] examples = catalogue.examples(id).toArray();
        return new Preview(
                new Wording(
                        filled(shaped.title(), examples),
                        filled(shaped.body(), examples),
                        filled(shaped.sms(), examples)),
                check.refusals(shaped),
                check.left(shaped));
    }

    private Text filled(Text pattern, Object[] examples) {
        return pattern == null ? null : Placeholders.fill(pattern, examples, core);
    }

    private Wording checked(String programmeId, int year, String id, Wording wording) {
        Catalogue catalogue = having(programmeId, year, id);
        WordingCheck check = new WordingCheck(catalogue.original(id), catalogue.placeholders(id));
        Wording shaped = check.shaped(Objects.requireNonNull(wording));
        List<Violation> refusals = check.refusals(shaped);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return shaped;
    }

    @Override
    public Template draft(Caller caller, String programmeId, int year, String id, Wording wording) {
        mayRead(caller, programmeId);
        Wording shaped = checked(programmeId, year, id, wording);
        database.transact(handle -> {
            WordingRows rows = new WordingRows(handle, programmeId, year);
            rows.dropDraft(id);
            rows.insert(id, "DRAFT", shaped, null, caller, clock.instant());
            audit.write(caller, "template.draft", object(programmeId, year, id), null, Map.of());
            return null;
        });
        return get(caller, programmeId, year, id);
    }

    @Override
    public Template publish(Caller caller, String programmeId, int year, String id, Wording wording, String reason) {
        mayPublish(caller, programmeId);
        Wording shaped = checked(programmeId, year, id, wording);
        String why = Reasons.mandatory(reason);
        database.transact(handle -> {
            WordingRows rows = new WordingRows(handle, programmeId, year);
            rows.dropDraft(id);
            rows.replace(id);
            rows.insert(id, "PUBLISHED", shaped, why, caller, clock.instant());
            audit.write(caller, "template.publish", object(programmeId, year, id), why, Map.of());
            return null;
        });
        return get(caller, programmeId, year, id);
    }

    @Override
    public Template reset(Caller caller, String programmeId, int year, String id, String reason) {
        mayPublish(caller, programmeId);
        having(programmeId, year, id);
        String why = Reasons.mandatory(reason);
        database.transact(handle -> {
            WordingRows rows = new WordingRows(handle, programmeId, year);
            rows.dropDraft(id);
            if (rows.replace(id)) {
                rows.insert(id, "RESET", null, why, caller, clock.instant());
                audit.write(caller, "template.reset", object(programmeId, year, id), why, Map.of());
            }
            return null;
        });
        return get(caller, programmeId, year, id);
    }

    @Override
    public List<Change> history(Caller caller, String programmeId, int year, String id) {
        mayRead(caller, programmeId);
        return database.read(handle -> new WordingRows(handle, programmeId, year).history(id));
    }

    private static String object(String programmeId, int year, String id) {
        return "template/" + programmeId + "/" + year + "/" + id;
    }
}
