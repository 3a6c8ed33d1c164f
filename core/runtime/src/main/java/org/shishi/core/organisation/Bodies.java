package org.shishi.core.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.text.Normal;

/** Bodies as they will be: names without outer space, places worked out. */
public final class Bodies {

    private Bodies() {}

    /** A draft with id, path and district. */
    public static Organisation placed(Organisation draft, Organisation parent) {
        UUID id = draft.id() == null ? UUID.randomUUID() : draft.id();
        District district = draft.district() != null ? draft.district() : parent.district();
        return new Organisation(
                id,
                draft.type(),
                Normal.text(draft.name()),
                names(draft.aliases()),
                parent.id(),
                parent.path() + id + "/",
                district,
                draft.suburban(),
                draft.validFrom(),
                draft.validTo(),
                code(draft.code()));
    }

    /** What an update may change, on what stays. */
    public static Organisation merged(Organisation before, Organisation changed) {
        return new Organisation(
                before.id(),
                before.type(),
                Normal.text(changed.name()),
                names(changed.aliases()),
                before.parentId(),
                before.path(),
                changed.district(),
                changed.suburban(),
                changed.validFrom(),
                changed.validTo(),
                code(changed.code()));
    }

    static Organisation under(Organisation body, Organisation parent) {
        return with(
                body,
                body.name(),
                body.aliases(),
                parent.id(),
                parent.path() + OrganisationRows.own(body),
                body.validTo());
    }

    static Organisation called(Organisation body, String name, boolean keepOld) {
        String wanted = Normal.text(name);
        List<String> aliases = new ArrayList<>(body.aliases());
        aliases.remove(wanted);
        if (keepOld) {
            aliases.add(body.name());
        }
        return with(body, wanted, names(aliases), body.parentId(), body.path(), body.validTo());
    }

    static Organisation alsoCalled(Organisation body, Collection<String> names) {
        List<String> all = names(Stream.concat(body.aliases().stream(), names.stream())
                .filter(name -> !name.equals(body.name()))
                .toList());
        return with(body, body.name(), all, body.parentId(), body.path(), body.validTo());
    }

    static Organisation until(Organisation body, LocalDate lastDay) {
        return with(body, body.name(), body.aliases(), body.parentId(), body.path(), lastDay);
    }

    static Organisation part(Organisation of, Organisation parent, OrgChange.Part part, LocalDate from) {
        UUID id = UUID.randomUUID();
        return new Organisation(
                id,
                of.type(),
                Normal.text(part.name()),
                List.of(),
                parent.id(),
                parent.path() + id + "/",
                of.type() == OrgType.DISTRICT ? null : of.district(),
                of.suburban(),
                from,
                null,
                code(part.code()));
    }

    /** Upper case; null: none. */
    public static String code(String typed) {
        String code = typed == null ? "" : Normal.text(typed).toUpperCase(Locale.ROOT);
        return code.isEmpty() ? null : code;
    }

    private static List<String> names(List<String> typed) {
        return typed.stream()
                .map(Normal::text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Organisation with(
            Organisation body, String name, List<String> aliases, UUID parent, String path, LocalDate to) {
        return new Organisation(
                body.id(),
                body.type(),
                name,
                aliases,
                parent,
                path,
                body.district(),
                body.suburban(),
                body.validFrom(),
                to,
                body.code());
    }
}
