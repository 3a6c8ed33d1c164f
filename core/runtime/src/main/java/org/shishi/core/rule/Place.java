package org.shishi.core.rule;

import java.util.List;
import org.shishi.api.rule.Violation;

/**
 * Where in a call a value stands, and where what is wrong with it is noted.
 *
 * @param path as the outside names it: {@code rows[0].areaM2}; empty for the call as a whole
 */
record Place(String path, List<Violation> faults) {

    Place in(String name) {
        return new Place(path.isEmpty() ? name : path + "." + name, faults);
    }

    Place at(int index) {
        return new Place(path + "[" + index + "]", faults);
    }

    /** Notes a fault; returns null, the value of what could not be read. */
    Object fault(InputFault fault, Object... details) {
        Object[] args = new Object[details.length + 2];
        args[0] = fault;
        args[1] = path;
        System.arraycopy(details, 0, args, 2, details.length);
        faults.add(Violation.of(Violation.CORE_INPUT, path, args));
        return null;
    }
}
