package org.shishi.testbed.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Secrets secrets = new Secrets(List.of("a-long-password", "short"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310***********1234 199****0116 张*",
                "01a22910-d185-7003-9059-aa07e454da82 0192f1a2-1390-7000-8139-139000000001",
                "2026-11-29T20:48:17.803041449Z took 173301234567 ns",
                "I-20261130-0001 202611291234567890",
                "1732912345678 139000000001 31099919900101123456",
                "shishi_rest node0 Bearer short",
                "short words stand everywhere"
            })
    void whatIsNothingIsNotFound(String text) {
        assertEquals(List.of(), secrets.in(text));
    }

    @Test
    void whatIsFoundIsNotToldAgain() {
        assertEquals(List.of("a resident ID: 310999…"), secrets.in("id=310999199001011234, again 310999199001011234"));
        assertEquals(List.of("a password: a-long…"), secrets.in("x=a-long-password&y"));
    }
}
