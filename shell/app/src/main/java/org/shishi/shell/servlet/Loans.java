package org.shishi.shell.servlet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;

/**
 * The page instances one browser tab has borrowed. After each navigation those that are not shown go back, whether they
 * were left or never came to be shown (a page that sends its visitor elsewhere); all go back when the tab closes.
 */
final class Loans {

    private record Loan(Component page, Runnable giveBack) {}

    private final List<Loan> open = new ArrayList<>();

    private Loans(UI ui) {
        ui.addAfterNavigationListener(e -> settle(false));
        ui.addDetachListener(e -> settle(true));
    }

    static Loans of(UI ui) {
        Loans loans = ComponentUtil.getData(ui, Loans.class);
        if (loans == null) {
            loans = new Loans(ui);
            ComponentUtil.setData(ui, Loans.class, loans);
        }
        return loans;
    }

    void add(Component page, Runnable giveBack) {
        open.add(new Loan(page, giveBack));
    }

    private void settle(boolean all) {
        List<Loan> back =
                open.stream().filter(loan -> all || !loan.page().isAttached()).toList();
        open.removeAll(back);
        back.forEach(loan -> loan.giveBack().run());
    }
}
