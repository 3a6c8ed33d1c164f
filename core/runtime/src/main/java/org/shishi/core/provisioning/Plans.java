package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.ProgrammeAdmin.Plan;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.programme.ProgrammeIdentity;

/** Says what a change would do, without doing it. */
final class Plans {

    private static final String SCRIPTS = "db/migration/";

    private final ProgrammeBundles bundles;
    private final ProgrammeDatabases databases;
    private final Texts words;

    Plans(ProgrammeBundles bundles, ProgrammeDatabases databases, Texts words) {
        this.bundles = bundles;
        this.databases = databases;
        this.words = words;
    }

    Plan install(JarFileInfo jar) {
        Optional<Bundle> there = bundles.of(jar.edition());
        Optional<String> others = there.flatMap(bundles::notAlone);
        if (others.isPresent()) {
            Text reason = words.get("plugin.not-alone", others.get());
            return plan("REFUSE", jar, refreshed(there), List.of(reason));
        }
        List<Text> notes = new ArrayList<>();
        String action = "INSTALL";
        if (there.isPresent()) {
            int order = jar.version().compareTo(there.get().getVersion());
            action = order > 0 ? "UPDATE" : order < 0 ? "DOWNGRADE" : "REINSTALL";
            notes.add(words.get("plugin.plan.exchange", there.get().getVersion()));
            if (order < 0) {
                notes.add(words.get("plugin.plan.older", there.get().getVersion()));
            }
        }
        int pending = pending(jar);
        if (pending > 0) {
            notes.add(words.get("plugin.plan.migrations", pending));
        }
        jobs(there).ifPresent(notes::add);
        notes.add(words.get("plugin.plan.alone"));
        return plan(action, jar, refreshed(there), notes);
    }

    Plan change(String action, ProgrammeIdentity.Edition edition) {
        Optional<Bundle> there = bundles.of(edition.toString());
        List<Text> notes = new ArrayList<>();
        notes.add(words.get("START".equals(action) ? "plugin.plan.start" : "plugin.plan.leave"));
        jobs(there).ifPresent(notes::add);
        notes.add(words.get("plugin.plan.alone"));
        String version = there.map(bundle -> bundle.getVersion().toString()).orElse(null);
        return new Plan(action, edition.id(), edition.year(), version, refreshed(there), notes);
    }

    private static Plan plan(String action, JarFileInfo jar, List<String> refreshed, List<Text> notes) {
        return new Plan(action, jar.id(), jar.year(), jar.version().toString(), refreshed, notes);
    }

    private List<String> refreshed(Optional<Bundle> there) {
        return there.map(bundle -> bundles.refreshed(bundle).stream()
                        .map(each -> each.getSymbolicName() + " " + each.getVersion())
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private Optional<Text> jobs(Optional<Bundle> there) {
        long count = there.map(Bundle::getRegisteredServices).stream()
                .flatMap(Arrays::stream)
                .filter(Plans::job)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(words.get("plugin.plan.jobs", count));
    }

    private static boolean job(ServiceReference<?> service) {
        return List.of((String[]) service.getProperty(Constants.OBJECTCLASS)).contains(ProgrammeJob.class.getName());
    }

    /** How many of the jar's scripts its schema has not seen. */
    private int pending(JarFileInfo jar) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("shishi-scripts");
            return databases.pending(new ProgrammeDatabases.Unit(
                    jar.id(), jar.year(), getClass().getClassLoader(), List.of(), unpack(jar, folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static List<URL> unpack(JarFileInfo jar, Path folder) throws IOException {
        List<URL> scripts = new ArrayList<>();
        try (JarFile file = new JarFile(jar.file().toFile())) {
            for (JarEntry entry : file.stream().filter(Plans::script).toList()) {
                Path script = folder.resolve(entry.getName().substring(SCRIPTS.length()));
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, script);
                }
                scripts.add(script.toUri().toURL());
            }
        }
        return scripts;
    }

    private static boolean script(JarEntry entry) {
        String name = entry.getName();
        return name.startsWith(SCRIPTS) && name.endsWith(".sql") && name.indexOf('/', SCRIPTS.length()) < 0;
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
