package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkSettingsTest {

    @TempDir
    Path folder;

    @Test
    void bundlesReadTheirSettingsUnderTheseNames() {
        Map<String, String> environment = Map.of(
                "SHISHI_HTTP_HOST", "0.0.0.0",
                "SHISHI_HTTP_PORT", "18100",
                "SHISHI_DB_URL", "jdbc:postgresql://db/shishi",
                "SHISHI_DB_USER", "me",
                "SHISHI_DB_PASSWORD", "secret",
                "SHISHI_DEMO_PASSWORD", "demo-secret",
                "SHISHI_NODE", "node-1");
        Configuration configuration = Configuration.read(new Home(folder), environment);
        Map<String, String> settings = FrameworkSettings.of(configuration, true, 50);
        Map<String, String> expected = Map.of(
                "shishi.home", folder.toString(),
                "shishi.http.host", "0.0.0.0",
                "shishi.http.port", "18100",
                "shishi.db.url", "jdbc:postgresql://db/shishi",
                "shishi.db.user", "me",
                "shishi.db.password", "secret",
                "shishi.demo", "true",
                "shishi.demo.password", "demo-secret",
                "shishi.node", "node-1");
        assertEquals("1,3,7,14", settings.get("shishi.reminder.after"));
        assertEquals("08:30", settings.get("shishi.digest.at"));
        expected.forEach((key, value) -> assertEquals(value, settings.get(key), key));
        assertEquals("0.0.0.0", settings.get("org.apache.felix.http.host"));
        assertEquals("18100", settings.get("org.osgi.service.http.port"));
        assertEquals("30", settings.get("org.apache.felix.http.session.timeout"));
        assertEquals("50", settings.get("org.osgi.framework.startlevel.beginning"));
        assertEquals("false", FrameworkSettings.of(configuration, false, 50).get("shishi.demo"));
    }
}
