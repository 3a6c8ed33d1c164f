package org.shishi.core.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of one purpose: one writes, the others still read what they wrote. Written as {@code id:base64}, one a line or
 * separated by commas; lines with # are comments. The last one is to write as soon as every node has it.
 */
public final class KeyRing {

    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/=]+)");

    private final Map<String, Key> keys;
    private final Key active;

    private KeyRing(Map<String, Key> keys, Key active) {
        this.keys = keys;
        this.active = active;
    }

    /** @throws IllegalArgumentException saying what is wrong, without any of the text */
    public static KeyRing parse(String text) {
        Map<String, Key> keys = new LinkedHashMap<>();
        Key last = null;
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            for (String entry : bare.startsWith("#") || bare.isEmpty() ? new String[0] : bare.split(",")) {
                last = key(entry.strip());
                if (keys.put(last.id(), last) != null) {
                    throw new IllegalArgumentException("key " + last.id() + " is there twice");
                }
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("there is no key");
        }
        return new KeyRing(keys, last);
    }

    /** One new random key, as text. */
    static String random(String id) {
        byte[] secret = new byte[Key.BYTES];
        new SecureRandom().nextBytes(secret);
        return id + ":" + Base64.getEncoder().encodeToString(secret);
    }

    private static Key key(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new IllegalArgumentException("an entry is not of the form id:base64");
        }
        return new Key(parts.group(1), Base64.getDecoder().decode(parts.group(2)));
    }

    public Key active() {
        return active;
    }

    public Optional<Key> byId(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** @throws IllegalStateException when the key is gone: what it wrote cannot be read any more */
    public Key require(String id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("the key " + id + " is missing"));
    }

    /** The same keys; another one writes. */
    KeyRing writingWith(String id) {
        return new KeyRing(keys, require(id));
    }

    /** Those written with first are looked for first. */
    public Collection<Key> all() {
        List<Key> all = new ArrayList<>(keys.values());
        all.remove(active);
        all.addFirst(active);
        return all;
    }

    /** Ids as they stand in the text; the last one is the newest. */
    public List<String> inOrder() {
        return List.copyOf(keys.keySet());
    }

    /** The last one in the text. */
    Key last() {
        return keys.values().stream().reduce((first, second) -> second).orElseThrow();
    }
}
