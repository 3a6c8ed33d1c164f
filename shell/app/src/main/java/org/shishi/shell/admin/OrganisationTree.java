package org.shishi.shell.admin;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.ShellTexts;

/** The tree, its branches fetched as they are opened. */
final class OrganisationTree extends Div {

    private final transient Organisations organisations;
    private final transient Organisation root;
    private final TreeGrid<Organisation> grid = new TreeGrid<>();
    private boolean showing;

    /** @param root where the caller's branch begins */
    OrganisationTree(
            Organisations organisations,
            OrganisationAdmin admin,
            Organisation root,
            SerializablePredicate<Organisation> closed,
            SerializableConsumer<Organisation> chosen) {
        this.organisations = organisations;
        this.root = root;
        addClassName("tree");
        grid.addColumn(name())
                .setHeader(ShellTexts.t("organisations.name"))
                .setRowHeader(true)
                .setSortable(false)
                .setFlexGrow(3);
        grid.addColumn(organisation -> closed.test(organisation)
                        ? ShellTexts.t("organisations.closed", OrganisationWords.type(organisation.type()))
                        : OrganisationWords.type(organisation.type()))
                .setHeader(ShellTexts.t("organisations.type"))
                .setFlexGrow(1);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.getElement().setAttribute("aria-label", ShellTexts.t("organisations.title"));
        grid.setDataProvider(new Branches(organisations, admin, root, CurrentUser.get()));
        grid.addSelectionListener(e -> {
            if (!showing && e.isFromClient()) {
                e.getFirstSelectedItem().ifPresent(chosen::accept);
            }
        });
        add(grid);
    }

    /** The arrow opens a branch, the name chooses the body: Vaadin's own column would open it by both. */
    private LitRenderer<Organisation> name() {
        return LitRenderer.<Organisation>of(
                        "<vaadin-grid-tree-toggle @click=${open} .leaf=${!item.branch} .expanded=${model.expanded}"
                                + " .level=${model.level}></vaadin-grid-tree-toggle><span>${item.name}</span>")
                .withProperty("branch", grid.getDataCommunicator()::hasChildren)
                .withProperty("name", Organisation::name)
                .withFunction("open", this::turn);
    }

    private void turn(Organisation organisation) {
        if (grid.isExpanded(organisation)) {
            grid.collapse(organisation);
        } else {
            grid.expand(organisation);
        }
    }

    /** Opens the way down to a body and marks it. */
    void show(Organisation organisation) {
        showing = true;
        List<Organisation> way = Stream.of(organisation.path().split("/"))
                .filter(part -> !part.isBlank())
                .map(UUID::fromString)
                .flatMap(id -> organisations.byId(id).stream())
                // Those above the branch are not in this tree.
                .filter(body -> body.within(root))
                .toList();
        grid.expand(way);
        grid.select(organisation);
        showing = false;
    }

    /** The branch's first level, none marked. */
    void start() {
        grid.expand(root);
        grid.deselectAll();
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private static final class Branches extends AbstractBackEndHierarchicalDataProvider<Organisation, Void> {

        private final transient Organisations organisations;
        private final transient OrganisationAdmin admin;
        private final transient Organisation root;
        private final transient Caller caller;

        Branches(Organisations organisations, OrganisationAdmin admin, Organisation root, Caller caller) {
            this.organisations = organisations;
            this.admin = admin;
            this.root = root;
            this.caller = caller;
        }

        @Override
        public Object getId(Organisation organisation) {
            return organisation.id();
        }

        @Override
        protected Stream<Organisation> fetchChildrenFromBackEnd(HierarchicalQuery<Organisation, Void> query) {
            return below(query.getParent()).stream().skip(query.getOffset()).limit(query.getLimit());
        }

        @Override
        public int getChildCount(HierarchicalQuery<Organisation, Void> query) {
            return below(query.getParent()).size();
        }

        @Override
        public boolean hasChildren(Organisation organisation) {
            return !admin.children(caller, organisation.id()).isEmpty();
        }

        private List<Organisation> below(Organisation parent) {
            return parent == null
                    ? List.of(organisations.byId(root.id()).orElse(root))
                    : admin.children(caller, parent.id());
        }
    }
}
