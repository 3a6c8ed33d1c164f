package org.shishi.core.persistence;

/** Seals and opens values; each opens only in the place it was sealed for. Null stays null. */
public interface ColumnSeal {

    String seal(String place, String clear);

    /** @throws IllegalStateException when the value was changed, belongs elsewhere, or its key is gone */
    String open(String place, String sealed);
}
