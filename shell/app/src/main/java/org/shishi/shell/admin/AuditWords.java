package org.shishi.shell.admin;

import org.shishi.shell.text.ShellTexts;

/** What actions of the log are called. */
final class AuditWords {

    private AuditWords() {}

    /** Its name itself where there is no word for it: programmes may write what they do, too. */
    static String action(String name) {
        String key = "audit.action." + name;
        return ShellTexts.TEXTS.has(key) ? ShellTexts.t(key) : name;
    }
}
