package org.shishi.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constants as they stand in addresses and bodies: in small letters. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        return Arrays.stream(constants).collect(Collectors.toMap(Words::of, Function.identity()));
    }
}
