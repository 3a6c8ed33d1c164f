package org.shishi.kit.edit;

/** Something that is being typed and would be lost by leaving. */
public interface Draft {

    boolean dirty();
}
