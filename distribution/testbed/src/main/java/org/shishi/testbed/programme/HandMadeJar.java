package org.shishi.testbed.programme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The jar of a programme, as bnd would make it. */
public final class HandMadeJar {

    private static final String API = ";version=\"[1.0,2)\"";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> components = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    /** @param id of the programme and (without hyphens) the end of its bundle's name */
    public HandMadeJar(String id, String version) {
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.shishi.programme." + id.replace("-", ""));
        main.putValue("Bundle-Name", id);
        main.putValue("Bundle-Version", version);
        main.putValue("Shishi-Programme", id);
        main.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"");
    }

    /** Packages of the contract: {@code deadline} is {@code org.shishi.api.deadline}. */
    public HandMadeJar uses(String... packages) {
        for (String name : packages) {
            imports.add("org.shishi.api." + name + API);
        }
        return this;
    }

    /** A record's class, with what it needs of JPA. */
    public HandMadeJar entity(Class<?> type) {
        imports.add("jakarta.persistence;version=\"[3.2,4)\"");
        manifest.getMainAttributes().putValue("Shishi-Entities", type.getName());
        return with(type);
    }

    public HandMadeJar with(Class<?>... types) {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                entries.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    public HandMadeJar with(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * A component and its class.
     *
     * @param name unique in the jar
     * @param more further attributes, each with a space before it
     * @param inside properties and references
     */
    public HandMadeJar component(String name, Class<?> type, String service, String more, String inside) {
        String file = "OSGI-INF/" + name + ".xml";
        components.add(file);
        return with(type)
                .with(
                        file,
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s"%s>
                        %s  <service>
                            <provide interface="%s"/>
                          </service>
                          <implementation class="%s"/>
                        </scr:component>
                        """
                                .formatted(name, more, inside, service, type.getName()));
    }

    /** The component that says what the programme is. */
    public HandMadeJar programme(Class<?> type) {
        return uses("programme").component("programme", type, "org.shishi.api.programme.Programme", "", "");
    }

    /** Moved into place at once, as a careful administrator does. */
    public void drop(Path target) {
        try {
            Path part = Files.write(target.resolveSibling("." + target.getFileName() + ".part"), bytes());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        Attributes main = manifest.getMainAttributes();
        main.putValue("Service-Component", String.join(",", components));
        main.putValue("Import-Package", String.join(",", imports));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
