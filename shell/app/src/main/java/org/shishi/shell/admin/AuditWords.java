package org.shishi.shell.admin;

import org.shishi.api.platform.CoreTexts;
import org.shishi.shell.text.ShellTexts;

/** What actions of the log are called. */
record AuditWords(CoreTexts texts) {

    /** Its name itself where there is no word for it: programmes may write what they do, too. */
    String action(String name) {
        String key = "audit.action." + name;
        return texts.has(key) ? ShellTexts.t(texts.get(key)) : name;
    }
}
