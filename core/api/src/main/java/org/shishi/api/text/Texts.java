package org.shishi.api.text;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The texts of one owner (a programme, the core, the shell), read from its {@code messages_zh.properties} and
 * {@code messages_en.properties} (UTF-8). A programme's texts go with its bundle.
 *
 * <p>Keys follow the thing they name: {@code programme.title}, {@code rooms} (a record type), {@code rooms.name} (a
 * field), {@code RoomState.DRAFT} (an enum constant), {@code action.submit} (a transition), {@code BR-DUP} (a code).
 */
@ProviderType
public interface Texts {

    /**
     * The wording of a key with {@code {0}}, {@code {1}} … replaced.
     *
     * @return never null; the key itself in both languages when no file has it (logged once as a fault of the owner)
     */
    Text get(String key, Object... args);

    /** Whether both languages have the key. */
    boolean has(String key);

    /** All keys that both languages have, in no order. */
    default Set<String> keys() {
        return Set.of();
    }

    /** As {@link #get}, with the arguments as a list. */
    default Text of(String key, List<?> args) {
        return get(key, args.toArray());
    }
}
