package org.shishi.testbed.container;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class WatchedLogTest {

    private static final Logger LOG = LoggerFactory.getLogger("org.example.Talker");

    @Test
    void whatNoLogMayTellFailsTheEnd() {
        WatchedLog watched = WatchedLog.begin();
        LOG.warn("not taken: {}", "310999199001011234");
        LOG.warn("nor this", new IllegalStateException("Authorization: Bearer abcdefghijklmnopqrstuvwxyz"));
        String told = assertThrows(IOException.class, watched::close).getMessage();
        assertTrue(told.contains("org.example.Talker: a resident ID: 310999…"), told);
        assertTrue(told.contains("a bearer token: Bearer…"), told);
    }

    @Test
    void anOrdinaryLogDoesNot() {
        WatchedLog watched = WatchedLog.begin();
        LOG.warn("310***********1234 was not taken");
        assertDoesNotThrow(watched::close);
    }
}
