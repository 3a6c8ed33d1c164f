package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsCommandTest {

    @Test
    void listsProgrammesInColumns() {
        String body =
                """
                [{"id":"a-programme","year":2024,"version":"2024.1.0","state":"RUNNING","file":"a.jar","reason":null},
                 {"id":"b","year":2025,"version":"2025.1.0","state":"FAILED","file":"b.jar","reason":"缺少\\n接口"},
                 {"id":null,"year":0,"version":null,"state":"REFUSED","file":"c.jar","reason":"已损坏"}]
                """;
        assertEquals(
                """
                PROGRAMME    YEAR  VERSION   STATE    FILE   REASON
                a-programme  2024  2024.1.0  RUNNING  a.jar
                b            2025  2025.1.0  FAILED   b.jar  缺少 接口
                                             REFUSED  c.jar  已损坏
                """,
                PluginsCommand.table(body));
    }

    @Test
    void saysThatThereAreNone() {
        assertEquals("There are no programmes.\n", PluginsCommand.table("[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[1]"})
    void otherAnswersAreRefused(String body) {
        assertThrows(Refusal.class, () -> PluginsCommand.table(body));
    }
}
