package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.organisation.Organisation;
import org.shishi.shell.text.ShellTexts;

/** Whom one acts for and which year one looks at: in the header, and on narrow screens on top of the drawer. */
final class Scope extends Div {

    private final SerializableConsumer<Organisation> actFor;
    private final SerializableConsumer<Integer> lookAt;

    Scope(SerializableConsumer<Organisation> actFor, SerializableConsumer<Integer> lookAt) {
        this.actFor = actFor;
        this.lookAt = lookAt;
        addClassName("scope");
    }

    void show(Organisation acting, List<Organisation> organisations, int year, List<Integer> years) {
        removeAll();
        add(organisation(acting, organisations), year(year, years));
    }

    private Div organisation(Organisation acting, List<Organisation> offered) {
        Div place = new Div(VaadinIcon.BUILDING_O.create());
        place.addClassName("scope-organisation");
        if (offered.size() < 2) {
            Span name = new Span(acting.name());
            name.setTitle(ShellTexts.t("scope.organisation"));
            place.add(name);
            return place;
        }
        Select<Organisation> choice = new Select<>();
        choice.setAriaLabel(ShellTexts.t("scope.organisation"));
        choice.setItemLabelGenerator(Organisation::name);
        choice.setItems(offered);
        offered.stream().filter(o -> o.id().equals(acting.id())).findFirst().ifPresent(choice::setValue);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                actFor.accept(e.getValue());
            }
        });
        place.add(choice);
        return place;
    }

    private Select<Integer> year(int year, List<Integer> years) {
        Select<Integer> choice = new Select<>();
        choice.addClassName("scope-year");
        choice.setAriaLabel(ShellTexts.t("scope.year"));
        choice.setItemLabelGenerator(y -> ShellTexts.t("scope.year.item", Integer.toString(y)));
        choice.setItems(years.contains(year) ? years : withYear(years, year));
        choice.setValue(year);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                lookAt.accept(e.getValue());
            }
        });
        return choice;
    }

    private static List<Integer> withYear(List<Integer> years, int year) {
        return Stream.concat(years.stream(), Stream.of(year))
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
