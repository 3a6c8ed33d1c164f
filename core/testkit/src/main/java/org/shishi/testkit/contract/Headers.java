package org.shishi.testkit.contract;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads headers such as Import-Package. */
final class Headers {

    private Headers() {}

    /** @param header null: none */
    static Map<String, Map<String, String>> clauses(String header) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        if (header != null) {
            Parameters parameters = OSGiHeader.parseHeader(header);
            parameters.forEach((name, attributes) -> all.put(name, new LinkedHashMap<>(attributes)));
        }
        return all;
    }
}
