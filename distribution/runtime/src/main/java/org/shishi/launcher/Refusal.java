package org.shishi.launcher;

/** Why something is not done, as one sentence for the person at the console. Never printed with a stack trace. */
final class Refusal extends RuntimeException {

    Refusal(String sentence) {
        super(sentence, null, false, false);
    }
}
