package org.shishi.core.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.AuditLog.Entry;
import org.shishi.api.platform.AuditLog.Told;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Text;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.record.LiveYears;
import org.shishi.core.record.RecordNames;

/** Puts lines of the log into words, a page of them at once: one look per kind of thing, not one per line. */
@Component(service = AuditTelling.class)
public final class AuditTelling {

    private record Type(String programmeId, int year, String type) {}

    private final CoreDatabase database;
    private final CoreTexts texts;
    private final LiveYears live;
    private final KnownProgrammes known;
    private final RecordNames records;
    private final PersonBook persons;

    @Activate
    public AuditTelling(
            @Reference CoreDatabase database,
            @Reference CoreTexts texts,
            @Reference LiveYears live,
            @Reference KnownProgrammes known,
            @Reference RecordNames records,
            @Reference PersonBook persons) {
        this.database = database;
        this.texts = texts;
        this.live = live;
        this.known = known;
        this.records = records;
        this.persons = persons;
    }

    /** In the order of the lines; whoever calls has asked whether the reader may read the log. */
    public List<Told> tell(Caller caller, List<Entry> entries) {
        List<AuditObject> objects =
                entries.stream().map(entry -> AuditObject.of(entry.object())).toList();
        ShownNames names = new ShownNames();
        for (int i = 0; i < entries.size(); i++) {
            names.want(entries.get(i), objects.get(i));
        }
        names.look(database, caller);
        names.add(persons.maskedNames(caller, names.wanted("person")));
        titles(caller, objects, names);
        ProgrammeTitles programmes = new ProgrammeTitles(live, known);
        ObjectWords words = new ObjectWords(database, texts, programmes, names);
        DetailWords details = new DetailWords(texts, programmes, names);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            AuditObject object = objects.get(i);
            boolean named = object.id() != null && names.of(object.id()) != null;
            told.add(new Told(
                    details.roles(entry.roles()),
                    action(entry.action()),
                    words.of(object),
                    named,
                    details.of(object, entry.details())));
        }
        return told;
    }

    /** Its name itself where there is no word for it: programmes may write what they do, too. */
    private Text action(String name) {
        String key = "audit.action." + name;
        return texts.has(key) ? texts.get(key) : Text.same(name);
    }

    private void titles(Caller caller, List<AuditObject> objects, ShownNames names) {
        Map<Type, Set<UUID>> wanted = new HashMap<>();
        objects.stream().filter(AuditObject::ofRecord).forEach(object -> wanted.computeIfAbsent(
                        new Type(object.programmeId(), object.year(), object.rest()), any -> new HashSet<>())
                .add(object.id()));
        wanted.forEach((type, ids) -> live.find(type.programmeId(), type.year()).ifPresent(programme -> programme
                .descriptor()
                .record(type.type())
                .ifPresent(found -> names.add(records.titles(caller, programme, found, ids)))));
    }
}
