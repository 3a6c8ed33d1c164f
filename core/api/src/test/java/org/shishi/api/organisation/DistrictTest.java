package org.shishi.api.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictTest {

    @Test
    void hasSixteenInCodeOrder() {
        List<String> codes =
                Arrays.stream(District.values()).map(District::code).toList();
        assertEquals(16, codes.size());
        assertEquals(codes.stream().sorted().distinct().toList(), codes);
    }

    @ParameterizedTest
    @CsvSource({
        "浦东新区, 310115",
        "浦东, 310115",
        "浦东新, 310115",
        "黄浦区, 310101",
        "黄浦, 310101",
        "' 崇明 ', 310151",
        "jing'an, 310106"
    })
    void isFoundByName(String name, String code) {
        assertEquals(code, District.byName(name).map(District::code).orElse(null));
        assertEquals(District.byCode(code), District.byName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "区", "卢湾区", "上海", "310102"})
    void knowsNoOther(String name) {
        assertEquals(Optional.empty(), District.byName(name));
        assertEquals(Optional.empty(), District.byCode(name));
    }
}
