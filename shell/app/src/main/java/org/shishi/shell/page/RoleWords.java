package org.shishi.shell.page;

import java.util.List;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.shell.text.ShellTexts;

/** Roles in words. */
public final class RoleWords {

    private RoleWords() {}

    public static String of(Role role) {
        return ShellTexts.t("Role." + role.name());
    }

    /** One line per programme the caller has roles in, here and now. */
    public static List<String> of(Caller caller) {
        return caller.roles().entrySet().stream()
                .map(entry -> ShellTexts.t(
                        "profile.role",
                        entry.getKey().equals(Caller.EVERY_PROGRAMME)
                                ? ShellTexts.t("programmes.every")
                                : entry.getKey(),
                        entry.getValue().stream()
                                .sorted()
                                .map(RoleWords::of)
                                .collect(Collectors.joining(ShellTexts.t("list.comma")))))
                .sorted()
                .toList();
    }
}
