package org.shishi.kit.list;

import com.vaadin.flow.component.Component;
import java.util.List;

/** One field of the query form. */
interface Condition {

    /** As in the address and {@link org.shishi.api.record.RecordQuery#filters}. */
    String name();

    Component component();

    void show(List<String> values);

    /** Plain values; empty: asks for nothing. */
    List<String> read();
}
