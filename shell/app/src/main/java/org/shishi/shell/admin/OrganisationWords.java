package org.shishi.shell.admin;

import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** What bodies are called. */
final class OrganisationWords {

    private OrganisationWords() {}

    static String type(OrgType type) {
        return ShellTexts.t("OrgType." + type.name());
    }

    static String district(Organisation organisation) {
        return organisation.district() == null
                ? ShellTexts.t("none")
                : organisation.district().title().in(Messages.locale());
    }

    static String valid(Organisation organisation) {
        String from = organisation.validFrom() == null
                ? ShellTexts.t("organisations.always")
                : organisation.validFrom().toString();
        String to = organisation.validTo() == null
                ? ShellTexts.t("organisations.open")
                : organisation.validTo().toString();
        return ShellTexts.t("organisations.valid.range", from, to);
    }
}
