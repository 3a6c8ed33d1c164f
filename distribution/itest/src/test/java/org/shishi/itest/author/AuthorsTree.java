package org.shishi.itest.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shishi.testbed.process.Folders;

/**
 * A copy of what an author touches (root pom, plugins), and a Maven repository that holds the modules of this build
 * beside everything that this build itself used: links, so it costs nothing. Works without network and leaves the
 * machine's own repository alone.
 */
final class AuthorsTree implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 10;

    private final Path project;
    private final Path tree;
    private final Path repository;

    AuthorsTree(Path project) throws IOException {
        this.project = project;
        Path folder = Files.createTempDirectory("shishi-author");
        this.tree = Files.createDirectories(folder.resolve("project"));
        this.repository = Files.createDirectories(folder.resolve("repository"));
        copySources();
        linkRepository(Path.of(System.getProperty("localRepository")));
        putModules();
    }

    Path plugins() {
        return tree.resolve("plugins");
    }

    private void copySources() throws IOException {
        copy(project.resolve(".mvn"), tree.resolve(".mvn"));
        Files.copy(project.resolve("pom.xml"), tree.resolve("pom.xml"));
        Path plugins = Files.createDirectories(plugins());
        for (String name : List.of("pom.xml", "new-programme")) {
            Files.copy(
                    project.resolve("plugins").resolve(name),
                    plugins.resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path sample = project.resolve("plugins/sample");
        Files.createDirectories(plugins.resolve("sample"));
        Files.copy(sample.resolve("pom.xml"), plugins.resolve("sample/pom.xml"));
        copy(sample.resolve("src"), plugins.resolve("sample/src"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void linkRepository(Path machines) throws IOException {
        link(machines, repository, "org");
        link(machines.resolve("org"), Files.createDirectories(repository.resolve("org")), "shishi");
    }

    private static void link(Path from, Path to, String but) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.getFileName().toString().equals(but)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child.toAbsolutePath());
                }
            }
        }
    }

    /** What this build has made so far, as an installation would put it. */
    private void putModules() throws IOException {
        pom("shishi", ".");
        pom("shishi-core-parent", "core");
        pom("shishi-shell-parent", "shell");
        module("shishi-api", "core/api");
        module("shishi-testkit", "core/testkit");
        module("shishi-kit", "shell/kit");
        module("shishi-vaadin", "shell/vaadin");
    }

    private void module(String artifact, String folder) throws IOException {
        pom(artifact, folder);
        String jar = artifact + "-1.0.0.jar";
        Files.copy(
                project.resolve(folder).resolve("target").resolve(jar),
                place(artifact).resolve(jar));
    }

    private void pom(String artifact, String folder) throws IOException {
        Files.copy(
                project.resolve(folder).resolve("pom.xml"),
                Files.createDirectories(place(artifact)).resolve(artifact + "-1.0.0.pom"));
    }

    private Path place(String artifact) {
        return repository.resolve("org/shishi").resolve(artifact).resolve("1.0.0");
    }

    /** Runs a program in the tree; returns what it printed. */
    String run(String... command) {
        try {
            Path output = Files.createTempFile("author", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(tree.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended) {
                process.destroyForcibly();
                throw new IllegalStateException("never ended: " + List.of(command) + "\n" + said);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + process.exitValue() + "\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Maven as the author runs it, only that it may not fetch anything. */
    String maven(String... arguments) {
        List<String> command = new ArrayList<>();
        Path own = Path.of(System.getProperty("maven.home", "")).resolve("bin/mvn");
        command.add(Files.isExecutable(own) ? own.toString() : "mvn");
        command.addAll(List.of("-B", "-q", "-o", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(tree.getParent());
    }
}
