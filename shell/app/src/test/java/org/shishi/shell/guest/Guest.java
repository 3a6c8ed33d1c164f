package org.shishi.shell.guest;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.text.Text;

/** A programme as the core opens it, made by the programme itself. */
public final class Guest implements BundleActivator {

    private ServiceRegistration<LiveProgramme> live;

    @Override
    public void start(BundleContext bundles) {
        int year = bundles.getBundle().getVersion().getMajor();
        long bundleId = bundles.getBundle().getBundleId();
        ProgrammeContext context = GuestContext.of(year);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("programme.id", "guest");
        properties.put("programme.year", year);
        live = bundles.registerService(LiveProgramme.class, new Live(context, bundleId), properties);
    }

    @Override
    public void stop(BundleContext bundles) {
        live.unregister();
    }

    private record Live(ProgrammeContext context, long bundleId) implements LiveProgramme {

        @Override
        public ProgrammeDescriptor descriptor() {
            return context.descriptor();
        }

        @Override
        public String version() {
            return context.year() + ".1.0";
        }

        @Override
        public Text title() {
            return context.texts().get("programme.title");
        }
    }
}
