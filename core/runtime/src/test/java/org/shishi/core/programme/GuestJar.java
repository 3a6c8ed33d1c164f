package org.shishi.core.programme;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.shishi.core.programme.guest.GuestActivator;
import org.shishi.core.programme.guest.Note;

/** Builds the jar of a tiny programme. */
public final class GuestJar {

    private static final String IMPORTS = "jakarta.persistence,org.osgi.framework,"
            + "org.eclipse.persistence.descriptors.changetracking,org.eclipse.persistence.indirection,"
            + "org.eclipse.persistence.internal.descriptors,org.eclipse.persistence.internal.identitymaps,"
            + "org.eclipse.persistence.internal.weaving,org.eclipse.persistence.queries,"
            + "org.eclipse.persistence.sessions,org.shishi.api.persistence,org.shishi.api.text,"
            + "org.shishi.api.programme;version=\"[1.0,2)\",org.shishi.api.record,org.shishi.api.form,"
            + "org.shishi.api.report";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private GuestJar(String id, String version) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", "org.shishi.programme." + id.replace("-", ""));
        header("Bundle-Version", version);
        header("Bundle-Activator", GuestActivator.class.getName());
        header("Import-Package", IMPORTS);
        header("Shishi-Programme", id);
        header("Shishi-Entities", Note.class.getName());
        header("Guest", "good");
        file("edition.yaml", "state: PUBLISHED\nparameters:\n  sample.target:\n    type: int\n    value: 7\n");
        file("messages_zh.properties", "programme.title=样例 " + version + "\n");
        file("messages_en.properties", "programme.title=Sample " + version + "\n");
        file("db/migration/V1__note.sql", "create table note (id uuid primary key, words varchar(100) not null);\n");
        type(GuestActivator.class);
        type(Note.class);
    }

    public static GuestJar of(String id, String version) {
        return new GuestJar(id, version);
    }

    public GuestJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public GuestJar without(String header) {
        headers.remove(header);
        return this;
    }

    /** See {@link GuestActivator}. */
    public GuestJar behaving(String how) {
        return header("Guest", how);
    }

    /** @param content null: the file is left out */
    public GuestJar file(String name, String content) {
        if (content == null) {
            files.remove(name);
        } else {
            files.put(name, content.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    private void type(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream compiled = type.getClassLoader().getResourceAsStream(name)) {
            files.put(name, compiled.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }
}
