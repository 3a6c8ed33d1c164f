package org.shishi.kit.session;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody had typed into a form whose programme left: kept in the session, by the form's address, until the form is
 * back. Holds plain values only, nothing of the programme's classes. To be asked on a UI thread (session locked).
 *
 * @param values by field name, as {@link org.shishi.api.record.PlainValues} writes them; changed fields only
 * @param texts by field name: what was typed and is no value of its field's kind
 */
public record KeptDraft(Map<String, Object> values, Map<String, String> texts) {

    /** Forms that one session may have waiting: a person with more open tabs loses the oldest. */
    private static final int MOST = 20;

    private static final String NAME = KeptDraft.class.getName();

    public KeptDraft {
        values = new LinkedHashMap<>(values);
        texts = Map.copyOf(texts);
    }

    public boolean isEmpty() {
        return values.isEmpty() && texts.isEmpty();
    }

    /** @param path of the form's address */
    public void keep(String path) {
        Drafts drafts = drafts();
        drafts.put(path, this);
        VaadinSession.getCurrent().setAttribute(NAME, drafts);
    }

    /** Whether something waits for this address to be back. */
    public static boolean waits(String path) {
        return drafts().containsKey(path);
    }

    /** What waits for this address; it waits no longer. */
    public static Optional<KeptDraft> take(String path) {
        return Optional.ofNullable(drafts().remove(path));
    }

    private static Drafts drafts() {
        return VaadinSession.getCurrent().getAttribute(NAME) instanceof Drafts kept ? kept : new Drafts();
    }

    private static final class Drafts extends LinkedHashMap<String, KeptDraft> implements Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeptDraft> eldest) {
            return size() > MOST;
        }
    }
}
