package org.shishi.testkit.dev;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.shishi.testkit.EntityWeaver;

/** Does to one programme what the build does, within one warm process: compile, weave, pack. */
final class DevBuild {

    private static final Pattern INSTRUCTIONS = Pattern.compile("<bnd><!\\[CDATA\\[(.*?)]]></bnd>", Pattern.DOTALL);

    private final DevFolders folders;
    private final List<Path> classPath;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private int builds;

    DevBuild(DevFolders folders) throws IOException {
        this.folders = folders;
        this.classPath = Arrays.stream(
                        Files.readString(folders.classPath()).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /**
     * @param target moved into place at once
     * @return the version, higher each time
     */
    String jar(Path target) throws Exception {
        fresh();
        compile();
        weave();
        return pack(target);
    }

    /** Resources and nothing else. */
    private void fresh() throws IOException {
        if (Files.exists(folders.classes())) {
            try (Stream<Path> files = Files.walk(folders.classes())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folders.classes());
        Path resources = folders.sources().resolve("resources");
        if (Files.isDirectory(resources)) {
            try (Stream<Path> files = Files.walk(resources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy =
                            folders.classes().resolve(resources.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void compile() throws IOException, DevFault {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8);
                Stream<Path> all = Files.walk(folders.sources().resolve("java"))) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "--release",
                    "21",
                    "-parameters",
                    "-proc:none",
                    "-g",
                    "-d",
                    folders.classes().toString(),
                    "-cp",
                    String.join(
                            File.pathSeparator,
                            classPath.stream().map(Path::toString).toList()));
            boolean done = compiler.getTask(
                            null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new DevFault(String.join(
                        "\n",
                        found.getDiagnostics().stream()
                                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                                .map(Object::toString)
                                .toList()));
            }
        }
    }

    private void weave() throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(folders.classes().toUri().toURL());
        for (Path jar : classPath) {
            urls.add(jar.toUri().toURL());
        }
        // Apart from this tool's own classes but for the weaver: a saved entity must be loaded anew.
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), EntityWeaver.class.getClassLoader())) {
            EntityWeaver.weave(folders.classes(), loader);
        }
    }

    private String pack(Path target) throws Exception {
        Attributes built = builtManifest();
        String version = built.getValue("Bundle-Version") + ".dev-" + "%04d".formatted(++builds);
        try (Builder builder = new Builder()) {
            builder.setProperties(instructions(built, version));
            builder.setTrace(false);
            for (Path jar : classPath) {
                builder.addClasspath(jar.toFile());
            }
            try (Jar jar = new Jar(folders.classes().toFile())) {
                builder.setJar(jar);
                Jar packed = builder.build();
                if (!builder.getErrors().isEmpty()) {
                    throw new DevFault(String.join("\n", builder.getErrors()));
                }
                Path beside = target.resolveSibling("." + target.getFileName() + ".part");
                packed.write(beside.toFile());
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return version;
    }

    private Attributes builtManifest() throws IOException {
        try (InputStream in = Files.newInputStream(folders.built().resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }

    /** Those of the build: the parent's pom, the module's bnd.bnd. */
    private Properties instructions(Attributes built, String version) throws IOException {
        Properties all = new Properties();
        Matcher parents =
                INSTRUCTIONS.matcher(Files.readString(folders.plugins().resolve("pom.xml")));
        if (!parents.find()) {
            throw new IOException("plugins/pom.xml has no instructions for bnd");
        }
        all.load(new ByteArrayInputStream(parents.group(1).getBytes(StandardCharsets.ISO_8859_1)));
        Path own = folders.module().resolve("bnd.bnd");
        if (Files.exists(own)) {
            try (InputStream in = Files.newInputStream(own)) {
                all.load(in);
            }
        }
        all.setProperty("project.artifactId", folders.id());
        all.setProperty("project.name", built.getValue("Bundle-Name"));
        all.setProperty(Constants.BUNDLE_NAME, built.getValue("Bundle-Name"));
        all.setProperty(Constants.BUNDLE_VERSION, version);
        return all;
    }
}
