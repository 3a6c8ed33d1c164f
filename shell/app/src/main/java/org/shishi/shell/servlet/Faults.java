package org.shishi.shell.servlet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.shishi.api.platform.Incidents;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Notices;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.text.ShellTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a listener throws: refusals are answers, a programme that left sends its page to the offline page, everything else
 * is an incident with a number. The page stays as it is, with all that was typed in.
 */
@Component(service = Faults.class)
public final class Faults implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final transient Refusals refusals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Incidents incidents;

    @Activate
    public Faults(@Reference Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable fault = event.getThrowable();
        UI ui = UI.getCurrent();
        RefusedException refused = find(fault, RefusedException.class);
        ProgrammeOfflineException offline = find(fault, ProgrammeOfflineException.class);
        if (ui != null && refused != null) {
            Notices.error(refusals.words(OpenUis.location(ui)).of(refused.violations()));
        } else if (ui != null && offline != null) {
            OpenUis.revisit(ui);
        } else {
            String number = report(
                    ui == null ? "background" : "/" + OpenUis.location(ui).getPath(), fault);
            if (ui != null) {
                Notices.error(ShellTexts.t("fault.action", number));
            }
        }
    }

    private String report(String where, Throwable fault) {
        Incidents log = incidents;
        if (log != null) {
            return log.report(where, fault);
        }
        LOG.error("{}", where, fault);
        return "–";
    }

    private static <T extends Throwable> T find(Throwable fault, Class<T> wanted) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (wanted.isInstance(t)) {
                return wanted.cast(t);
            }
        }
        return null;
    }
}
