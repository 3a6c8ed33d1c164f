package org.shishi.core.text;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** The core's {@code messages_zh.properties} and {@code messages_en.properties}. */
@Component(service = CoreTexts.class)
public final class CoreMessages implements CoreTexts {

    private final Texts own = BundleTexts.of(CoreMessages.class.getClassLoader(), "org/shishi/core/messages");

    @Override
    public Text get(String key, Object... args) {
        return own.get(key, args);
    }

    @Override
    public boolean has(String key) {
        return own.has(key);
    }

    @Override
    public Set<String> keys() {
        return own.keys();
    }

    @Override
    public Text message(Violation violation, Texts owner) {
        String key = key(violation);
        Texts texts = owner != null && owner.has(key) ? owner : own;
        return texts.of(key, violation.args());
    }

    /** A code with kinds of its own (what exactly is wrong with an input) has one text per kind. */
    private String key(Violation violation) {
        if (!violation.args().isEmpty() && violation.args().getFirst() instanceof Enum<?> kind) {
            String special = violation.code() + "." + kind.name();
            return own.has(special) ? special : violation.code();
        }
        return violation.code();
    }
}
