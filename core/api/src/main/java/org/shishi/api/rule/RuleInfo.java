package org.shishi.api.rule;

import java.util.List;

/**
 * A rule as the catalogue lists it.
 *
 * @param owner programme id, or {@code core}
 * @param year edition year of the owner; null for the core
 * @param inputs in the order of the method
 * @param parameters full names
 * @param outputs what the result holds, in its order
 */
public record RuleInfo(
        String id,
        String name,
        String source,
        String owner,
        Integer year,
        List<InputInfo> inputs,
        List<String> parameters,
        List<InputInfo> outputs) {

    /**
     * @param type {@code text, int, decimal, bool, date, dateTime, enum, list, map, object}
     * @param options constants of an enum (of the elements for a list of enums); of a text, what people are offered although
     *     anything may be given; else empty
     * @param of for {@code list} and {@code map} one entry that describes the elements, for {@code object} the fields, else
     *     empty
     * @param words where the texts of the options stand: {@code <words>.<option>}; empty: nowhere
     * @param personal whether what is put in may be about a person
     */
    public record InputInfo(
            String name,
            String type,
            boolean required,
            String otherwise,
            List<String> options,
            List<InputInfo> of,
            String words,
            boolean personal) {

        public InputInfo(
                String name,
                String type,
                boolean required,
                String otherwise,
                List<String> options,
                List<InputInfo> of) {
            this(name, type, required, otherwise, options, of, "", false);
        }
    }
}
