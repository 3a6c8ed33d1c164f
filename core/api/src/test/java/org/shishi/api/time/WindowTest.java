package org.shishi.api.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-31, 2024-02-29, false",
        "2024-03-01, 2024-03-31, 2024-03-01, true",
        "2024-03-01, 2024-03-31, 2024-03-31, true",
        "2024-03-01, 2024-03-31, 2024-04-01, false",
        ", 2024-03-31, 2024-03-31, false",
        "2024-03-01, , 2024-03-01, false"
    })
    void includesBothBounds(LocalDate from, LocalDate to, LocalDate day, boolean within) {
        assertEquals(within, new Window(from, to).contains(day));
    }
}
