package org.shishi.shell.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is sent elsewhere after signing in. */
class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "\t//evil.example",
                "java\nscript:alert(1)",
                " //evil.example"
            })
    void placesElsewhereLeadHome(String wanted) {
        assertEquals("/", Destination.of(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "todo", "2024/sample/rooms?q=a:b&status=DRAFT", "admin/accounts/new"})
    void pagesOfOursAreKept(String wanted) {
        assertEquals("/" + wanted, Destination.of(wanted));
    }

    @Test
    void theGuardsPathsAreKept() {
        assertEquals("/notices?after=1", Destination.of("notices?after=1"));
    }
}
