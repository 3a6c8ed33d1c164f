package org.shishi.core.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.text.Placeholders;

/** The templates that a programme's notices and reminders are made of, as programme and platform bring them. */
final class Catalogue {

    private static final Pattern NOTICE = Pattern.compile("notice\\.[A-Za-z0-9-]+");
    private static final Pattern DEADLINE = Pattern.compile("deadline\\.[A-Za-z0-9-]+");
    /** Not of any programme. */
    private static final String PLATFORM = "notice.core-";

    private static final List<String> REMINDERS =
            List.of("deadline.soon", "deadline.today", "deadline.late", "deadline.copy");
    private static final String EXAMPLES = ".sample";
    private static final int MOST_PLACEHOLDERS = 20;
    private static final Object[] AS_WRITTEN = asWritten();

    private final Texts own;
    private final Texts core;

    Catalogue(Texts own, Texts core) {
        this.own = own;
        this.core = core;
    }

    private static Object[] asWritten() {
        Object[] args = new Object[MOST_PLACEHOLDERS];
        Arrays.setAll(args, index -> "{" + index + "}");
        return args;
    }

    /** What is owed first, then how it is reminded of, then everything else. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        SortedSet<String> owed = matching(own, DEADLINE);
        if (!owed.isEmpty()) {
            ids.addAll(owed);
            ids.addAll(REMINDERS);
        }
        SortedSet<String> notices = matching(own, NOTICE);
        matching(core, NOTICE).stream().filter(id -> !id.startsWith(PLATFORM)).forEach(notices::add);
        ids.addAll(notices);
        return ids;
    }

    private static SortedSet<String> matching(Texts texts, Pattern pattern) {
        SortedSet<String> found = new TreeSet<>();
        texts.keys().stream().filter(key -> pattern.matcher(key).matches()).forEach(found::add);
        return found;
    }

    Wording original(String id) {
        return new Wording(written(id), part(id + Wordings.BODY), part(id + Wordings.SMS));
    }

    private Text part(String key) {
        return own.has(key) || core.has(key) ? written(key) : null;
    }

    private Text written(String key) {
        return of(key).get(key, AS_WRITTEN);
    }

    private Texts of(String key) {
        return own.has(key) || !core.has(key) ? own : core;
    }

    /** An example for each placeholder, in their order; fewer when nobody wrote any. */
    List<Text> examples(String id) {
        String key = id + EXAMPLES;
        if (!own.has(key) && !core.has(key)) {
            return List.of();
        }
        Text written = of(key).get(key);
        String[] zh = written.zh().split("\\|", -1);
        String[] en = written.en().split("\\|", -1);
        List<Text> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(zh.length, en.length); i++) {
            examples.add(new Text(zh[i].strip(), en[i].strip()));
        }
        return examples;
    }

    /** Those that the original uses anywhere: what a notice is given stands in one of its parts. */
    SortedSet<String> placeholders(String id) {
        SortedSet<String> found = new TreeSet<>();
        Wording original = original(id);
        for (Text part : Arrays.asList(original.title(), original.body(), original.sms())) {
            if (part != null) {
                found.addAll(Placeholders.in(part.zh()));
                found.addAll(Placeholders.in(part.en()));
            }
        }
        return found;
    }
}
