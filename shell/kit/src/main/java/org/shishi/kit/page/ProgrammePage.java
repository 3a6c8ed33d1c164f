package org.shishi.kit.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Optional;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.text.Text;
import org.shishi.kit.text.Messages;

/** A default page: finds the programme that its route names, or hands over to the shell's offline page. */
abstract class ProgrammePage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Programmes programmes;
    private String pageTitle = "";

    ProgrammePage(Programmes programmes) {
        this.programmes = programmes;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("programme").orElse("");
        int year = event.getRouteParameters().getInteger("year").orElse(0);
        Optional<LiveProgramme> live = programmes.find(id, year);
        if (live.isEmpty()) {
            event.forwardTo("offline/" + year + "/" + id);
            return;
        }
        removeAll();
        show(live.get(), event);
    }

    abstract void show(LiveProgramme live, BeforeEnterEvent event);

    void heading(Text title) {
        pageTitle = title.in(Messages.locale());
        add(new H1(pageTitle));
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
