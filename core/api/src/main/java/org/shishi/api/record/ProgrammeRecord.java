package org.shishi.api.record;

import java.util.UUID;

/**
 * An entity that the record engine keeps. A programme's entity declares {@code @Id UUID id}, {@code @Version long version}
 * and {@code @Embedded RecordHead head} itself: JPA inheritance across bundles does not work.
 */
public interface ProgrammeRecord {

    UUID id();

    long version();

    RecordHead head();
}
