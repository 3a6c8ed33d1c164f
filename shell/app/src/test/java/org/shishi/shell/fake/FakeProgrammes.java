package org.shishi.shell.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;

/** Starts and stops real bundles; two more exist on paper only. */
public final class FakeProgrammes implements ProgrammeAdmin {

    private static final Text TITLE = new Text("演示项目", "Guest programme");

    private final BundleContext bundles;

    FakeProgrammes(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<ProgrammeStatus> programmes() {
        List<ProgrammeStatus> all = new ArrayList<>();
        guests().forEach(bundle -> all.add(status(bundle)));
        all.add(new ProgrammeStatus(
                "away",
                2024,
                "2024.1.0",
                ProgrammeStatus.State.FAILED,
                new Text("启动不了的项目", "Broken programme"),
                new Text("缺少所需的接口 org.shishi.api.record 2.0", "It needs org.shishi.api.record 2.0"),
                "away-2024.1.0.jar",
                Instant.parse("2026-09-21T01:12:00Z")));
        all.add(new ProgrammeStatus(
                null,
                0,
                null,
                ProgrammeStatus.State.REFUSED,
                null,
                new Text("此文件不是项目插件", "This file is no programme"),
                "notes.jar",
                Instant.parse("2026-09-21T01:12:00Z")));
        return all;
    }

    private List<Bundle> guests() {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> "org.shishi.fake.guest".equals(b.getSymbolicName()))
                .sorted(Comparator.comparing(Bundle::getVersion))
                .toList();
    }

    private static ProgrammeStatus status(Bundle bundle) {
        boolean active = bundle.getState() == Bundle.ACTIVE;
        return new ProgrammeStatus(
                "guest",
                bundle.getVersion().getMajor(),
                bundle.getVersion().toString(),
                active ? ProgrammeStatus.State.RUNNING : ProgrammeStatus.State.STOPPED,
                TITLE,
                active ? null : new Text("由管理员停止", "Stopped by an administrator"),
                "guest-" + bundle.getVersion() + ".jar",
                Instant.ofEpochMilli(bundle.getLastModified()));
    }

    private Bundle guest(int year) {
        return guests().stream()
                .filter(b -> b.getVersion().getMajor() == year)
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    @Override
    public Plan planInstall(Caller caller, String fileName, InputStream jar) {
        return fileName.startsWith("guest")
                ? new Plan("UPDATE", "guest", 2024, "2024.1.1", List.of("org.shishi.fake.guest 2024.1.0"), List.of())
                : new Plan("REFUSE", null, 0, null, List.of(), List.of(new Text("此文件不是项目插件", "No programme")));
    }

    @Override
    public Plan planChange(Caller caller, String action, String id, int year) {
        return new Plan(
                action,
                id,
                year,
                guest(year).getVersion().toString(),
                List.of("org.shishi.fake.guest " + guest(year).getVersion()),
                List.of(new Text("今后 24 小时内有 2 个定时任务不会运行", "2 jobs will not run within 24 hours")));
    }

    @Override
    public ProgrammeStatus install(Caller caller, String fileName, InputStream jar) {
        try {
            Bundle bundle = guest(2024);
            bundle.update(jar);
            return status(bundle);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } finally {
            close(jar);
        }
    }

    private static void close(InputStream jar) {
        try {
            jar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProgrammeStatus stop(Caller caller, String id, int year) {
        try {
            guest(year).stop();
            return status(guest(year));
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ProgrammeStatus start(Caller caller, String id, int year) {
        try {
            guest(year).start();
            return status(guest(year));
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ProgrammeStatus uninstall(Caller caller, String id, int year) {
        try {
            Bundle bundle = guest(year);
            bundle.uninstall();
            return new ProgrammeStatus(id, year, null, ProgrammeStatus.State.REMOVED, TITLE, null, null, Instant.now());
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
