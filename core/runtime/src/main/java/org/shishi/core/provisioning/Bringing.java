package org.shishi.core.provisioning;

import java.util.function.Predicate;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.programme.ProgrammeHost;
import org.shishi.core.programme.ProgrammeIdentity;
import org.shishi.core.programme.SeenProgramme;

/** What a lane does with a jar: brings it up, or stops it when an administrator said so, and tells how it went. */
final class Bringing {

    private final ProgrammeBundles bundles;
    private final ProgrammeHost host;
    private final KnownProgrammes known;
    private final Exchange exchange;
    private final Guests guests;
    private final Texts words;
    private final Predicate<JarFileInfo> stands;

    /** @param stands whether a jar still stands for its programme and year; asked from the lanes */
    Bringing(
            ProgrammeBundles bundles,
            ProgrammeHost host,
            KnownProgrammes known,
            Exchange exchange,
            Guests guests,
            Texts words,
            Predicate<JarFileInfo> stands) {
        this.bundles = bundles;
        this.host = host;
        this.known = known;
        this.exchange = exchange;
        this.guests = guests;
        this.words = words;
        this.stands = stands;
    }

    /** Another file may have come in the meantime: then it is that one's turn next, and that one's to tell. */
    void bring(JarFileInfo jar) {
        if (!stands.test(jar)) {
            return;
        }
        String version = jar.version().toString();
        if (stopped(jar)) {
            exchange.stop(jar.edition());
            guests.change(jar, version, State.STOPPED, title(jar), words.get("plugin.stopped"));
            return;
        }
        guests.change(jar, version, State.STARTING, title(jar), null);
        Exchange.Result result = exchange.bring(jar);
        if (stands.test(jar)) {
            State state = result.running() ? State.RUNNING : State.FAILED;
            guests.change(jar, result.version(), state, title(jar), result.reason());
        }
    }

    private boolean stopped(JarFileInfo jar) {
        return known.find(edition(jar)).map(KnownProgrammes.Known::stopped).orElse(false);
    }

    /** Stopped or not by an administrator's word, over restarts and on all nodes. */
    void note(JarFileInfo jar, boolean stopped) {
        known.stopped(new ProgrammeIdentity(jar.id(), jar.version()), title(jar), stopped);
    }

    /** null when it was never known. */
    Text title(JarFileInfo jar) {
        return bundles.of(jar.edition())
                .flatMap(host::seen)
                .map(SeenProgramme::title)
                .or(() -> known.find(edition(jar)).map(KnownProgrammes.Known::title))
                .orElse(null);
    }

    private static ProgrammeIdentity.Edition edition(JarFileInfo jar) {
        return new ProgrammeIdentity.Edition(jar.id(), jar.year());
    }
}
