package org.shishi.kit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.internal.JacksonUtils;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.shishi.api.text.Text;

final class MicroFrontEndTest {

    private static final String NAME = "org.shishi.programme.Sample";

    @TempDir
    private Path jar;

    private Bundle bundle;

    @BeforeEach
    void fill() throws Exception {
        write("web/dial.js", "export default class extends HTMLElement {}");
        write("web/dial.css", ":host { color: red }");
        write("edition.yaml", "year: 2024");
        bundle = bundle("2024.1.0");
    }

    @Test
    void addressAndElementCarryBundleVersionAndContent() {
        String address = BrowserModules.address(bundle, "dial.js").orElseThrow();
        assertTrue(
                address.matches("plugins/org\\.shishi\\.programme\\.Sample/2024\\.1\\.0-[0-9a-f]{10}/dial\\.js"),
                address);
        String tag = BrowserModules.tag(bundle, "dial");
        assertTrue(tag.matches("dial-org-shishi-programme-sample-2024-1-0-[0-9a-f]{10}"), tag);
        assertEquals(tag, new Dial(bundle).element().getTag());
    }

    @Test
    void twoYearsDoNotMeet() {
        Bundle next = bundle("2025.1.0");
        assertNotEquals(BrowserModules.tag(bundle, "dial"), BrowserModules.tag(next, "dial"));
        assertTrue(BrowserModules.find(next, below(bundle, "dial.js")).isEmpty());
    }

    @Test
    void anotherBuildOfTheSameVersionIsAnotherElement() throws Exception {
        String before = below(bundle, "dial.js");
        String tag = BrowserModules.tag(bundle, "dial");
        write("web/part.js", "export const part = 1;");
        assertNotEquals(tag, BrowserModules.tag(bundle, "dial"));
        assertTrue(BrowserModules.find(bundle, before).isEmpty());
        assertTrue(BrowserModules.find(bundle, below(bundle, "dial.js")).isPresent());
    }

    @Test
    void onlyFilesOfTheFolderAreServed() {
        String place = below(bundle, "dial.js").replace("dial.js", "");
        assertTrue(BrowserModules.find(bundle, place + "dial.css").isPresent());
        for (String path : List.of("", "none.js", "../edition.yaml", "./../edition.yaml", "/")) {
            assertTrue(BrowserModules.find(bundle, place + path).isEmpty(), path);
        }
        assertTrue(BrowserModules.find(bundle, "").isEmpty());
        assertTrue(BrowserModules.find(bundle, NAME + "/2024.1.0/dial.js").isEmpty());
    }

    @Test
    void whatIsMissingIsSaid() {
        String said = assertThrows(IllegalStateException.class, () -> new Dial("lamp", bundle))
                .getMessage();
        assertTrue(said.contains("web/lamp.js") && said.contains(NAME), said);
        assertThrows(IllegalArgumentException.class, () -> new Dial("../dial", bundle));
        assertThrows(IllegalArgumentException.class, () -> new Dial("Dial", bundle));
        assertThrows(IllegalStateException.class, () -> new Dial("dial", null));
    }

    @Test
    void propertiesAreGivenAsJson() {
        Dial dial = new Dial(bundle);
        dial.set("marks", List.of(new Mark("a", 1), new Mark("b", 2)));
        assertEquals(
                JacksonUtils.getMapper().readTree("[{\"name\":\"a\",\"at\":1},{\"name\":\"b\",\"at\":2}]"),
                dial.element().getPropertyRaw("marks"));
        dial.set("level", 7);
        assertEquals("7", dial.element().getPropertyRaw("level").toString());
    }

    @Test
    void wordsKeepTheirGaps() {
        Dial dial = new Dial(bundle);
        dial.words(new OneText(), "dial.title");
        assertEquals(
                JacksonUtils.getMapper().readTree("{\"dial.title\":\"第{0}档\"}"),
                dial.element().getPropertyRaw("words"));
    }

    record Mark(String name, int at) {}

    private static final class Dial extends MicroFrontEnd {
        Dial(Bundle home) {
            this("dial", home);
        }

        Dial(String module, Bundle home) {
            super(module, type -> home);
        }
    }

    private static final class OneText implements org.shishi.api.text.Texts {
        @Override
        public Text get(String key, Object... args) {
            return new Text("第" + args[0] + "档", "Notch " + args[0]);
        }

        @Override
        public boolean has(String key) {
            return true;
        }
    }

    private static String below(Bundle bundle, String file) {
        return BrowserModules.address(bundle, file).orElseThrow().substring("plugins/".length());
    }

    private void write(String file, String content) throws Exception {
        Path path = jar.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, StandardCharsets.UTF_8);
    }

    /** As much of a bundle as modules need; its content is the folder's. */
    private Bundle bundle(String version) {
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getSymbolicName" -> NAME;
                    case "getVersion" -> Version.valueOf(version);
                    case "getEntry" ->
                        Files.isRegularFile(jar.resolve((String) args[0])) ? url(jar.resolve((String) args[0])) : null;
                    case "findEntries" -> Collections.enumeration(files());
                    default -> throw new IllegalStateException(method.getName());
                });
    }

    private List<URL> files() throws Exception {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> found = Files.walk(jar.resolve("web"))) {
            found.filter(Files::isRegularFile).forEach(file -> urls.add(url(file)));
        }
        return urls;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
