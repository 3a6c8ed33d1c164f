package org.shishi.programme.breakroom.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfCheckFrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2024-02-01, 2024-02-01, 2024-02-29",
        "MONTHLY, 2024-12-31, 2024-12-01, 2024-12-31",
        "QUARTERLY, 2024-03-31, 2024-01-01, 2024-03-31",
        "QUARTERLY, 2024-04-01, 2024-04-01, 2024-06-30",
        "HALF_YEARLY, 2024-06-30, 2024-01-01, 2024-06-30",
        "HALF_YEARLY, 2024-07-01, 2024-07-01, 2024-12-31",
        "YEARLY, 2024-12-31, 2024-01-01, 2024-12-31",
    })
    void a_check_is_due_once_in_each_period(SelfCheckFrequency often, LocalDate day, LocalDate from, LocalDate due) {
        assertEquals(from, often.from(day));
        assertEquals(due, often.due(day));
    }

    @Test
    void another_word_is_told_with_those_that_there_are() {
        String told = assertThrows(IllegalStateException.class, () -> SelfCheckFrequency.of("WEEKLY"))
                .getMessage();
        assertTrue(told.contains("WEEKLY") && told.contains("QUARTERLY"), told);
    }
}
