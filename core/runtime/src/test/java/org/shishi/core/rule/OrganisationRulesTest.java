package org.shishi.core.rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationRulesTest {

    private static final String TREE =
            """
            [{"id":"city","parentId":null},{"id":"d1","parentId":"city"},{"id":"d2","parentId":"city"},\
            {"id":"s1","parentId":"d1"},{"id":"g1","parentId":"s1"},{"id":"lost","parentId":"gone"},\
            {"id":"x","parentId":"y"},{"id":"y","parentId":"x"},{"id":"top"}]""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"target":1000,"actual":500,"elapsedPercent":50}  | {"ratio":50.0,"light":"YELLOW"}
            {"target":1000,"actual":499,"elapsedPercent":50}  | {"ratio":49.9,"light":"RED"}
            {"target":1000,"actual":1000,"elapsedPercent":50} | {"ratio":100.0,"light":"GREEN"}
            {"target":1000,"actual":999,"elapsedPercent":99.9} | {"ratio":99.9,"light":"YELLOW"}
            {"target":1000,"actual":999,"elapsedPercent":100} | {"ratio":99.9,"light":"RED"}
            {"target":3,"actual":1,"elapsedPercent":33.3}     | {"ratio":33.3,"light":"YELLOW"}
            {"target":3,"actual":2,"elapsedPercent":66.7}     | {"ratio":66.7,"light":"YELLOW"}
            {"target":2000,"actual":1,"elapsedPercent":0}     | {"ratio":0.1,"light":"YELLOW"}
            {"target":10,"actual":25,"elapsedPercent":null}   | {"ratio":250.0,"light":null}
            {"target":10,"actual":0}                          | {"ratio":0.0,"light":null}
            {"target":null,"actual":5,"elapsedPercent":50}    | {"ratio":null,"light":null}
            {"actual":5}                                      | {"ratio":null,"light":null}
            {"target":0,"actual":5,"elapsedPercent":50}       | {"ratio":null,"light":null}
            {"target":-1,"actual":-5,"elapsedPercent":-0.1}   | CORE-INPUT target, CORE-INPUT actual, CORE-INPUT elapsedPercent
            {"target":10}                                     | CORE-INPUT actual
            {"target":10,"actual":1,"elapsedPercent":"50"}    | CORE-INPUT elapsedPercent
            {"target":10,"actual":1,"elapsedPercent":1e999999} | CORE-INPUT elapsedPercent
            """)
    void measuresIndicators(String inputs, String expected) {
        Rest.expectCore("R-C.12", inputs, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "city, g1, true",
        "d1, g1, true",
        "g1, g1, true",
        "d1, d1, true",
        "d2, g1, false",
        "g1, d1, false",
        "d1, city, false",
        "city, lost, false",
        "gone, lost, true",
        "city, x, false",
        "x, y, true",
        "nobody, nobody, true",
        "city, top, false"
    })
    void showsOwnAndBelow(String actingOrg, String ownerOrg, boolean visible) {
        String inputs =
                "{\"actingOrg\":\"%s\",\"ownerOrg\":\"%s\",\"organisations\":%s}".formatted(actingOrg, ownerOrg, TREE);
        Rest.expectCore("R-C.13", inputs, "{\"visible\":" + visible + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "d2, city, {\"ok\":true}",
        "s1, d2, {\"ok\":true}",
        "g1, city, {\"ok\":true}",
        "d1, d1, CORE-ORG-CYCLE newParent",
        "d1, s1, CORE-ORG-CYCLE newParent",
        "city, g1, CORE-ORG-CYCLE newParent",
        "new, g1, {\"ok\":true}",
        "d1, x, {\"ok\":true}",
        "x, y, CORE-ORG-CYCLE newParent"
    })
    void refusesCircles(String org, String newParent, String expected) {
        String inputs = "{\"org\":\"%s\",\"newParent\":\"%s\",\"organisations\":%s}".formatted(org, newParent, TREE);
        Rest.expectCore("R-C.15", inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R-C.13 | {"organisations":[{"parentId":"a"},{"id":1,"parentId":2},"a"]} | CORE-INPUT actingOrg, CORE-INPUT ownerOrg, CORE-INPUT organisations[0].id, CORE-INPUT organisations[1].id, CORE-INPUT organisations[1].parentId, CORE-INPUT organisations[2]
            R-C.13 | {"actingOrg":"a","ownerOrg":"a","organisations":[]} | {"visible":true}
            R-C.13 | {"actingOrg":"a","ownerOrg":"a"} | CORE-INPUT organisations
            R-C.15 | {"org":5,"organisations":[]} | CORE-INPUT org, CORE-INPUT newParent
            R-C.14 | {"type":"CITY"} | {"ok":true}
            R-C.14 | {"type":"CITY","parentType":null} | {"ok":true}
            R-C.14 | {"type":"CITY","parentType":"CITY"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"DISTRICT"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"DISTRICT","parentType":"CITY"} | {"ok":true}
            R-C.14 | {"type":"BUREAU","parentType":"CITY"} | {"ok":true}
            R-C.14 | {"type":"BUREAU","parentType":"DISTRICT"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"SUBDISTRICT","parentType":"DISTRICT"} | {"ok":true}
            R-C.14 | {"type":"SUBDISTRICT","parentType":"BUREAU"} | {"ok":true}
            R-C.14 | {"type":"SUBDISTRICT","parentType":"CITY"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"UNION_FEDERATION","parentType":"BUREAU"} | {"ok":true}
            R-C.14 | {"type":"UNION_FEDERATION","parentType":"SUBDISTRICT"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"GRASSROOTS","parentType":"GRASSROOTS"} | {"ok":true}
            R-C.14 | {"type":"GRASSROOTS","parentType":"UNION_FEDERATION"} | {"ok":true}
            R-C.14 | {"type":"GRASSROOTS","parentType":"CITY"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"GRASSROOTS","parentType":"INSTITUTION"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"INSTITUTION","parentType":"CITY"} | {"ok":true}
            R-C.14 | {"type":"INSTITUTION","parentType":"DISTRICT"} | {"ok":true}
            R-C.14 | {"type":"INSTITUTION","parentType":"BUREAU"} | CORE-ORG-PARENT parentType
            R-C.14 | {"type":"SCHOOL","parentType":"x"} | CORE-INPUT type, CORE-INPUT parentType
            R-C.16 | {"actingUser":"c","createdBy":"a","submittedBy":"b","reviewedBy":[],"step":"REVIEW"} | {"ok":true}
            R-C.16 | {"actingUser":"a","createdBy":"a","submittedBy":"b","reviewedBy":[],"step":"REVIEW"} | CORE-SELF-REVIEW actingUser
            R-C.16 | {"actingUser":"b","createdBy":"a","submittedBy":"b","reviewedBy":[],"step":"APPROVE"} | CORE-SELF-REVIEW actingUser
            R-C.16 | {"actingUser":"r","createdBy":"a","submittedBy":null,"reviewedBy":["q","r"],"step":"APPROVE"} | CORE-SELF-REVIEW actingUser
            R-C.16 | {"actingUser":"r","createdBy":"a","reviewedBy":["q","r"],"step":"SETTLE"} | CORE-SELF-REVIEW actingUser
            R-C.16 | {"actingUser":"a","createdBy":"a","submittedBy":"a","reviewedBy":["q"],"step":"SETTLE"} | {"ok":true}
            R-C.16 | {"actingUser":"a","reviewedBy":["q",null,7],"step":"LOOK"} | CORE-INPUT createdBy, CORE-INPUT reviewedBy[1], CORE-INPUT reviewedBy[2], CORE-INPUT step
            R-C.16 | {"actingUser":"a","createdBy":"b","step":"REVIEW"} | CORE-INPUT reviewedBy
            """)
    void guardsTreeAndDuties(String rule, String inputs, String expected) {
        Rest.expectCore(rule, inputs, expected);
    }
}
