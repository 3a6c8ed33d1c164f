package org.shishi.core.crypto;

/** The keys of this installation: the same on all nodes, kept outside of database and bundles. */
public interface Keys {

    /** As they are now: ask at each use, keys change while the platform runs. */
    KeyRing ring(KeyPurpose purpose);
}
