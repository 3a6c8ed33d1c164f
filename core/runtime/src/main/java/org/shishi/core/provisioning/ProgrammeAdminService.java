package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.programme.ProgrammeIdentity;

/** What administrators do with programmes; everything ends in the drop folder or in the stopped flag. */
@Component
public final class ProgrammeAdminService implements ProgrammeAdmin {

    private static final long LARGEST_JAR = 100L << 20;

    private final Provisioner provisioner;
    private final Plans plans;
    private final Audit audit;
    private final CoreTexts words;

    @Activate
    public ProgrammeAdminService(
            @Reference Provisioner provisioner,
            @Reference ProgrammeDatabases databases,
            @Reference CoreTexts words,
            @Reference Audit audit) {
        this.provisioner = provisioner;
        this.plans = new Plans(provisioner.bundles(), databases, words);
        this.audit = audit;
        this.words = words;
    }

    @Override
    public List<ProgrammeStatus> programmes() {
        return provisioner.statuses();
    }

    @Override
    public Plan planInstall(Caller caller, String fileName, InputStream jar) {
        require(caller);
        Path spooled = temporary();
        try {
            spool(jar, spooled);
            return plans.install(provisioner.inspection().inspect(spooled, fileName));
        } catch (RefusedJar e) {
            return new Plan("REFUSE", null, 0, null, List.of(), List.of(e.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(spooled);
        }
    }

    @Override
    public Plan planChange(Caller caller, String action, String id, int year) {
        require(caller);
        return plans.change(action, edition(id, year));
    }

    @Override
    public ProgrammeStatus install(Caller caller, String fileName, InputStream jar) {
        require(caller);
        Path spooled = temporary();
        try {
            spool(jar, spooled);
            JarFileInfo info = provisioner.inspection().inspect(spooled, fileName);
            // One file stands for a programme and year: the new version takes the place of the one before.
            String name = provisioner
                    .standing(info.edition())
                    .map(JarFileInfo::name)
                    .orElse(info.id() + "-" + info.year() + ".jar");
            audit.write(
                    caller,
                    "plugin.install",
                    info.edition(),
                    null,
                    Map.of("version", info.version().toString()));
            provisioner.folder().put(spooled, name);
            provisioner.folderChanged(info.edition());
            return status(info.id(), info.year());
        } catch (RefusedJar e) {
            throw new RefusedException("CORE-PLUGIN", "file", e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(spooled);
        }
    }

    @Override
    public ProgrammeStatus stop(Caller caller, String id, int year) {
        return turn(caller, id, year, true);
    }

    @Override
    public ProgrammeStatus start(Caller caller, String id, int year) {
        return turn(caller, id, year, false);
    }

    private ProgrammeStatus turn(Caller caller, String id, int year, boolean stopped) {
        require(caller);
        status(id, year);
        audit.write(
                caller,
                stopped ? "plugin.stop" : "plugin.start",
                edition(id, year).toString(),
                null,
                Map.of());
        provisioner.switchTo(edition(id, year), stopped);
        return status(id, year);
    }

    @Override
    public ProgrammeStatus uninstall(Caller caller, String id, int year) {
        require(caller);
        String file = status(id, year).file();
        if (file == null) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
        audit.write(caller, "plugin.uninstall", edition(id, year).toString(), null, Map.of());
        try {
            provisioner.folder().remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        provisioner.folderChanged(edition(id, year).toString());
        return status(id, year);
    }

    private ProgrammeStatus status(String id, int year) {
        return provisioner.statuses().stream()
                .filter(status -> id.equals(status.id()) && status.year() == year)
                .filter(status -> status.state() != ProgrammeStatus.State.REFUSED)
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    private static ProgrammeIdentity.Edition edition(String id, int year) {
        return new ProgrammeIdentity.Edition(id, year);
    }

    private static void require(Caller caller) {
        if (!caller.runsPlatform()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    /** However much comes: what an upload says of its length is not believed. */
    private void spool(InputStream jar, Path file) throws IOException, RefusedJar {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = jar.read(buffer); read >= 0; read = jar.read(buffer)) {
                size += read;
                if (size > LARGEST_JAR) {
                    throw new RefusedJar(words.get("plugin.file-too-large", LARGEST_JAR >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("shishi-programme", ".jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
