package org.shishi.core.crypto;

/** The keys of this installation: the same on all nodes, kept outside of database and bundles. */
public interface Keys {

    KeyRing ring(KeyPurpose purpose);
}
