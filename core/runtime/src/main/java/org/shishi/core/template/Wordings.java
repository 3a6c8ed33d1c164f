package org.shishi.core.template;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.text.Placeholders;

/**
 * The words that an edition uses now: what it published, else the programme's own, else the platform's. Read from the
 * database each time, so that all nodes use the same at the same moment; who words many things asks once.
 */
@Component(service = Wordings.class)
public final class Wordings {

    static final String BODY = ".body";
    static final String SMS = ".sms";

    private final CoreDatabase database;
    private final CoreTexts core;

    @Activate
    public Wordings(@Reference CoreDatabase database, @Reference CoreTexts core) {
        this.database = database;
        this.core = core;
    }

    /** @param own the programme's texts; null: it is away */
    public Texts of(String programmeId, int year, Texts own) {
        Map<String, Text> published = new HashMap<>();
        database.read(handle -> new WordingRows(handle, programmeId, year).published())
                .forEach((template, wording) -> put(published, template, wording));
        return new Chosen(published, own == null ? core : own, core);
    }

    private static void put(Map<String, Text> published, String template, Wording wording) {
        published.put(template, wording.title());
        if (wording.body() != null) {
            published.put(template + BODY, wording.body());
        }
        if (wording.sms() != null) {
            published.put(template + SMS, wording.sms());
        }
    }

    private record Chosen(Map<String, Text> published, Texts own, Texts core) implements Texts {

        @Override
        public Text get(String key, Object... args) {
            Text pattern = published.get(key);
            if (pattern != null) {
                return Placeholders.fill(pattern, args, own);
            }
            // What nobody has is the programme's to be told of.
            return (own.has(key) || !core.has(key) ? own : core).get(key, args);
        }

        @Override
        public boolean has(String key) {
            return published.containsKey(key) || own.has(key) || core.has(key);
        }
    }
}
