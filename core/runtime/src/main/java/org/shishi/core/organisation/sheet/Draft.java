package org.shishi.core.organisation.sheet;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.core.list.ListWords;
import org.shishi.core.organisation.Bodies;
import org.shishi.core.sheet.TableRows.Cells;

/** A row as it is understood, and what becomes of it. */
final class Draft {

    /** How far it is: a row that is come upon while it is being placed stands above itself. */
    enum Place {
        NONE,
        UNDER_WAY,
        DONE
    }

    final List<Violation> faults = new ArrayList<>();
    final String parentKey;
    /** As the row says it; without id, parent and path until it is placed. */
    final Organisation said;

    Place place = Place.NONE;
    /** Null: refused. */
    Organisation body;
    /** What it changes; null: a new one. */
    Organisation before;

    int depth;

    Draft(Cells row, CoreTexts texts) {
        parentKey = at(row, OrganisationColumn.PARENT);
        said = new Organisation(
                null,
                ListWords.choice(
                        OrgType.class, at(row, OrganisationColumn.TYPE), OrganisationColumn.TYPE.field, texts, faults),
                at(row, OrganisationColumn.NAME),
                ListWords.several(at(row, OrganisationColumn.ALIASES)),
                null,
                null,
                ListWords.district(at(row, OrganisationColumn.DISTRICT), OrganisationColumn.DISTRICT.field, faults),
                ListWords.yes(at(row, OrganisationColumn.SUBURBAN), OrganisationColumn.SUBURBAN.field, faults),
                ListWords.day(at(row, OrganisationColumn.FROM), OrganisationColumn.FROM.field, faults),
                ListWords.day(at(row, OrganisationColumn.TO), OrganisationColumn.TO.field, faults),
                Bodies.code(at(row, OrganisationColumn.CODE)));
    }

    private static String at(Cells row, OrganisationColumn column) {
        return row.at(column.ordinal());
    }

    boolean good() {
        return faults.isEmpty() && body != null;
    }
}
