package org.shishi.api.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;

/**
 * What a programme consists of. Immutable; built once:
 *
 * <pre>{@code
 * ProgrammeDescriptor.of("basket", CityDepartment.RIGHTS_PROTECTION)
 *     .records(Households.TYPE)
 *     .rules(HouseholdRules.class)
 *     .forms(BasketForm.A2_7_1)
 *     .indicators(...)
 *     .reports(...)
 *     .build();
 * }</pre>
 *
 * @param id lower-case words with hyphens, at most 30 characters
 * @param department the city department in charge, null when the notice names none
 * @param icon Vaadin icon name for the menu, for example {@code vaadin:building}
 * @param order place in the menu: the number of the programme in annex 1
 */
public record ProgrammeDescriptor(
        String id,
        CityDepartment department,
        String icon,
        int order,
        List<RecordType<?>> records,
        List<Class<?>> rules,
        List<OfficialForm<?>> forms,
        List<Indicator> indicators,
        List<ReportTable> reports,
        List<ExclusionGroup> exclusions) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ProgrammeDescriptor {
        if (id.length() > 30 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "programme id '" + id + "' is not lower-case words with hyphens (30 at most)");
        }
        records = List.copyOf(records);
        rules = List.copyOf(rules);
        forms = List.copyOf(forms);
        indicators = List.copyOf(indicators);
        reports = List.copyOf(reports);
        exclusions = List.copyOf(exclusions);
    }

    /** The enum-like form of the id: {@code new-form} → {@code NEW_FORM}. */
    public String code() {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public Optional<RecordType<?>> record(String recordId) {
        return records.stream().filter(type -> type.id().equals(recordId)).findFirst();
    }

    /** The types that are parts of another, for its detail page. */
    public List<RecordType<?>> partsOf(RecordType<?> whole) {
        return records.stream()
                .filter(type ->
                        type.partOf().filter(p -> p.whole().equals(whole.id())).isPresent())
                .toList();
    }

    public static Builder of(String id, CityDepartment department) {
        return new Builder(id, department);
    }

    /** Collects the parts. */
    public static final class Builder {
        private final String id;
        private final CityDepartment department;
        private String icon = "vaadin:cube";
        private int order = 100;
        private final List<RecordType<?>> records = new ArrayList<>();
        private final List<Class<?>> rules = new ArrayList<>();
        private final List<OfficialForm<?>> forms = new ArrayList<>();
        private final List<Indicator> indicators = new ArrayList<>();
        private final List<ReportTable> reports = new ArrayList<>();
        private final List<ExclusionGroup> exclusions = new ArrayList<>();

        private Builder(String id, CityDepartment department) {
            this.id = id;
            this.department = department;
        }

        public Builder menu(String menuIcon, int menuOrder) {
            icon = menuIcon;
            order = menuOrder;
            return this;
        }

        public Builder records(RecordType<?>... types) {
            records.addAll(List.of(types));
            return this;
        }

        public Builder rules(Class<?>... classes) {
            rules.addAll(List.of(classes));
            return this;
        }

        public Builder forms(OfficialForm<?>... officialForms) {
            forms.addAll(List.of(officialForms));
            return this;
        }

        public Builder indicators(Indicator... all) {
            indicators.addAll(List.of(all));
            return this;
        }

        public Builder reports(ReportTable... tables) {
            reports.addAll(List.of(tables));
            return this;
        }

        /** What excludes what, by the kinds of the records' participations. */
        public Builder exclusions(ExclusionGroup... groups) {
            exclusions.addAll(List.of(groups));
            return this;
        }

        public ProgrammeDescriptor build() {
            return new ProgrammeDescriptor(
                    id, department, icon, order, records, rules, forms, indicators, reports, exclusions);
        }
    }
}
