package org.shishi.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the machine's own package manager can do for the browser tests. */
interface PackageManager {

    boolean canInstall();

    /** Installs and returns what the package manager said; success is seen by looking for what was wanted. */
    String install(List<String> packages);

    /** True also where nobody can tell. */
    boolean hasChineseFont();

    static PackageManager ofThisMachine() {
        return new Apt();
    }

    /** apt-get, when the build runs as root; it does not ask for anybody's password. */
    final class Apt implements PackageManager {

        private static final Path APT = Path.of("/usr/bin/apt-get");
        private static final Path FONTS = Path.of("/usr/bin/fc-list");

        @Override
        public boolean canInstall() {
            return Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"));
        }

        @Override
        public String install(List<String> packages) {
            System.out.println("Installing " + String.join(" and ", packages) + " by apt-get for the browser tests");
            List<String> install = new ArrayList<>(
                    List.of("-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends"));
            install.addAll(packages);
            return apt(List.of("-o", "DPkg::Lock::Timeout=300", "update")) + apt(install);
        }

        private static String apt(List<String> words) {
            List<String> command = new ArrayList<>(List.of(APT.toString()));
            command.addAll(words);
            try {
                return Command.run(command).output();
            } catch (IOException e) {
                throw new UncheckedIOException("apt-get could not be run", e);
            }
        }

        @Override
        public boolean hasChineseFont() {
            if (!Files.isExecutable(FONTS)) {
                return true;
            }
            try {
                return !Command.run(List.of(FONTS.toString(), ":lang=zh", "family"))
                        .output()
                        .isBlank();
            } catch (IOException e) {
                return true;
            }
        }
    }
}
