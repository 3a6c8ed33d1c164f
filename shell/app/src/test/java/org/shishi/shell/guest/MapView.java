package org.shishi.shell.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.page.PageView;

/** A view that does everything by which a programme's classes could stay behind in Flow. */
public final class MapView extends Div implements PageView {

    /** A bean for grid and binder. */
    public static final class Spot {
        private String name = "点位";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    public MapView() {
        addClassName("page");
        Grid<Spot> grid = new Grid<>(Spot.class);
        grid.setItems(List.of(new Spot()));
        grid.setHeight("10rem");
        TextField name = new TextField("名称");
        Binder<Spot> binder = new Binder<>(Spot.class);
        binder.bind(name, "name");
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute("guest.spot", new Spot());
        }
        add(new H1("分布图"), name, grid, buttons());
    }

    private static Div buttons() {
        Button fail = new Button("出错", e -> {
            throw new IllegalStateException("the guest fails");
        });
        Button refuse = new Button("拒绝", e -> {
            throw new RefusedException("CORE-FORBIDDEN", null);
        });
        Button dialog = new Button("对话框", e -> {
            Dialog open = new Dialog(new Div("属于演示项目的对话框"));
            open.open();
        });
        return new Div(fail, refuse, dialog);
    }
}
