package org.shishi.core.crypto;

import java.util.EnumMap;
import java.util.Map;

/** Random keys, for tests. */
public final class TestKeys implements Keys {

    private final Map<KeyPurpose, KeyRing> rings = new EnumMap<>(KeyPurpose.class);

    public TestKeys() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            rings.put(purpose, KeyRing.parse(KeyRing.random("k1")));
        }
    }

    /** One ring of the given text for every purpose. */
    TestKeys(String text) {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            rings.put(purpose, KeyRing.parse(text));
        }
    }

    @Override
    public KeyRing ring(KeyPurpose purpose) {
        return rings.get(purpose);
    }
}
