package org.shishi.api.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A change of the tree that touches more than one line of it (domain specification §13.1). Each is planned first, shown,
 * and then applied as a whole, from today on unless a day is named. What the bodies own stays theirs.
 */
public sealed interface OrgChange {

    /** Hangs a body with all below it under another one. */
    record Move(UUID id, UUID parent) implements OrgChange {}

    /** Another official name. @param keepOld the old one stays as an alias, so that forms that use it still find the body */
    record Rename(UUID id, String name, boolean keepOld) implements OrgChange {}

    /**
     * Bodies of one type become part of another one of it: what hangs below them moves there, they are closed and hang
     * there themselves, so that what they own is seen by their successor.
     *
     * @param keepNames their names become aliases of the successor
     */
    record Merge(UUID into, List<UUID> from, boolean keepNames) implements OrgChange {
        public Merge {
            from = List.copyOf(from);
        }
    }

    /**
     * A new body beside the one that is split.
     *
     * @param code null: none
     * @param children which of its direct children go along
     */
    record Part(String name, String code, List<UUID> children) {
        public Part {
            children = List.copyOf(children);
        }
    }

    /**
     * New bodies of the same type beside one.
     *
     * @param close the old one is closed and hangs under the first part, which also takes the children that no part names
     */
    record Split(UUID id, List<Part> parts, boolean close) implements OrgChange {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param lastDay the last day of validity
     * @param below all below it are closed, too; else there must be none
     */
    record Close(UUID id, LocalDate lastDay, boolean below) implements OrgChange {}
}
