package org.shishi.core.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shishi.api.platform.Health;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;

class DatabaseHealthTest {

    @Test
    @Timeout(60)
    void isUpWhileTheDatabaseAnswersAndDownSoonAfter() {
        Health health;
        try (TestDatabase db = TestDatabases.h2()) {
            health = new DatabaseHealth(db.core());
            assertTrue(health.up());
            assertEquals("H2", health.details().get("kind"));
        }
        while (health.up()) {
            Thread.onSpinWait();
        }
    }
}
