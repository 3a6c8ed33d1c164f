package org.shishi.core.rule;

import java.util.List;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** Turns a plain value (what a JSON parser gives) into what a Java parameter wants, strictly. */
interface Shape {

    /** @param plain never null; notes a fault at the place and returns null when the value does not fit */
    Object read(Object plain, Place place);

    /** What takes the place of an empty element of a list or map. */
    default Object readEmpty(Place place) {
        return place.fault(InputFault.MISSING);
    }

    /** Type word of {@link InputInfo}. */
    String type();

    default List<String> options() {
        return List.of();
    }

    /** What {@link InputInfo#words} says of the options. */
    default String words() {
        return "";
    }

    /** What {@link InputInfo#of} says of this shape. */
    default List<InputInfo> of() {
        return List.of();
    }
}
