package org.shishi.kit.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;

/** Finds a body within the caller's scope by part of its name; the body above it stands beneath, for names are shared. */
public final class OrganisationPicker extends ComboBox<Organisation> {

    /** More would not be read; typing another letter narrows them down. */
    private static final int SHOWN = 50;

    private final transient Organisations organisations;
    private final transient Caller caller;
    private String lastText;
    private transient List<Organisation> last = List.of();

    public OrganisationPicker(String label, Organisations organisations, Caller caller) {
        super(label);
        this.organisations = organisations;
        this.caller = caller;
        setItemLabelGenerator(Organisation::name);
        setRenderer(LitRenderer.<Organisation>of(
                        "<span class=\"picker-item\">${item.name}<small>${item.above}</small></span>")
                .withProperty("name", Organisation::name)
                .withProperty("above", this::above));
        setItems(DataProvider.fromFilteringCallbacks(
                query -> found(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(query.getFilter().orElse("")).size()));
        setClearButtonVisible(true);
    }

    private List<Organisation> found(String text) {
        if (!text.equals(lastText)) {
            last = organisations.search(caller, text, SHOWN);
            lastText = text;
        }
        return last;
    }

    private String above(Organisation organisation) {
        return organisations
                .superiorOf(organisation.id())
                .map(Organisation::name)
                .orElse("");
    }
}
