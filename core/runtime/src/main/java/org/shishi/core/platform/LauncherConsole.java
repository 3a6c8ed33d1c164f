package org.shishi.core.platform;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks through the launcher, which offers one consumer of lines for each way of speaking; else to the plain console. */
@Component(service = OperatorConsole.class)
public final class LauncherConsole implements OperatorConsole {

    private static final Logger LOG = LoggerFactory.getLogger(LauncherConsole.class);

    private final Consumer<String> announce;
    private final Consumer<String> refuse;

    @Activate
    public LauncherConsole(
            @Reference(
                            service = Consumer.class,
                            target = "(shishi.console=announce)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Consumer<String> announce,
            @Reference(
                            service = Consumer.class,
                            target = "(shishi.console=refuse)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Consumer<String> refuse) {
        this.announce = announce == null ? System.out::println : announce;
        this.refuse = refuse == null ? sentence -> {} : refuse;
    }

    @Override
    public void announce(String... lines) {
        for (String line : lines) {
            announce.accept(line);
        }
    }

    @Override
    public IllegalStateException refuse(String sentence) {
        LOG.error(sentence);
        refuse.accept(sentence);
        return new IllegalStateException(sentence);
    }
}
