package org.shishi.core.edition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Plain values of YAML nodes. Numbers never pass through floating point. */
final class YamlValue {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private YamlValue() {}

    static boolean empty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("is a list or a map, not a single value");
    }

    /** For messages: {@code line 12: }. */
    static String at(Node node) {
        return node.getStartMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                .orElse("");
    }

    static Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw new EditionFault(List.of(at(tuple.getKeyNode()) + "'" + key + "' stands there twice"));
            }
        }
        return entries;
    }

    static List<Object> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw new IllegalArgumentException("is not a list");
        }
        List<Object> values = new ArrayList<>();
        sequence.getValue().forEach(each -> values.add(plain(each)));
        return Collections.unmodifiableList(values);
    }

    static Map<String, Object> map(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new IllegalArgumentException("is not a map");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        entries(mapping).forEach((key, value) -> values.put(key, plain(value)));
        return Collections.unmodifiableMap(values);
    }

    /** A value whose type nobody declares: inside lists and maps. */
    private static Object plain(Node node) {
        if (node instanceof SequenceNode) {
            return list(node);
        }
        if (node instanceof MappingNode) {
            return map(node);
        }
        String text = text(node);
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT)) {
            return whole(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            return new BigDecimal(text);
        }
        return plainStyle(node) && DATE.matcher(text).matches() ? date(text) : text;
    }

    static Object whole(String text) {
        BigInteger number = new BigInteger(text);
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is '" + text + "', not a date like 2024-05-01");
        }
    }

    private static boolean plainStyle(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }
}
