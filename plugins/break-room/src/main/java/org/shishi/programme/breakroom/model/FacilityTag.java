package org.shishi.programme.breakroom.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a room offers (annex 2-1 §三(一)–(三)); all optional. */
public enum FacilityTag {
    FRIDGE("冰箱"),
    AIRCON("空调"),
    MICROWAVE("微波炉"),
    SOFA("沙发", "躺椅"),
    MASSAGE_CHAIR("按摩椅"),
    AIR_PURIFIER("空气净化器"),
    TV("电视"),
    WATER("饮用水", "饮水"),
    SNACKS("零食"),
    FITNESS("健身休闲"),
    HEALTH("健康指导"),
    SAFETY("安全教育"),
    MENTAL("心理体验"),
    LIBRARY("职工书屋"),
    FITNESS_STATION("健身驿站"),
    NURSING_ROOM("爱心妈咪小屋");

    private final List<String> words;

    FacilityTag(String... words) {
        this.words = List.of(words);
    }

    /** The tags whose words stand in the form's free text. */
    public static Set<FacilityTag> in(String text) {
        Set<FacilityTag> found = EnumSet.noneOf(FacilityTag.class);
        if (text != null) {
            Arrays.stream(values())
                    .filter(tag -> tag.words.stream().anyMatch(text::contains))
                    .forEach(found::add);
        }
        return found;
    }
}
