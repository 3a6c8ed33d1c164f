package org.shishi.core.platform;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the operator was told. */
public final class TestConsole implements OperatorConsole {

    private final List<String> lines = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    @Override
    public synchronized void announce(String... words) {
        lines.addAll(List.of(words));
    }

    @Override
    public synchronized IllegalStateException refuse(String sentence) {
        refusals.add(sentence);
        return new IllegalStateException(sentence);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }
}
