package org.shishi.shell.admin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.text.Texts;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** What a job has counted, in words: its programme's own while that is there, else the platform's. */
final class CountWords {

    private final LiveProgrammes programmes;
    private final CoreTexts core;

    CountWords(LiveProgrammes programmes, CoreTexts core) {
        this.programmes = programmes;
        this.core = core;
    }

    String of(JobAdmin.Job job, Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(e -> ShellTexts.t(
                                "job.count", word(job, "job.count." + e.getKey(), e.getKey()), e.getValue()))
                        .collect(Collectors.joining(ShellTexts.t("list.comma")));
    }

    private String word(JobAdmin.Job job, String text, String key) {
        return programmes
                .find(job.programmeId(), job.year())
                .map(live -> live.context().texts())
                .filter(texts -> texts.has(text))
                .or(() -> Optional.<Texts>of(core).filter(texts -> texts.has(text)))
                .map(texts -> texts.get(text).in(Messages.locale()))
                .orElseGet(() -> ShellTexts.TEXTS.has(text) ? ShellTexts.t(text) : key);
    }
}
