package org.shishi.core.programme;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.shishi.api.platform.Incidents;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.edition.EditionBook;
import org.shishi.core.edition.EditionFault;
import org.shishi.core.edition.EditionFile;
import org.shishi.core.edition.EditionKey;
import org.shishi.core.edition.LiveEdition;
import org.shishi.core.persistence.ChangedScriptsException;
import org.shishi.core.persistence.ColumnSeal;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.record.RecordsFactory;
import org.shishi.core.rule.RuleRegistry;
import org.shishi.core.text.BundleTexts;
import org.shishi.core.text.Reasons;

/** Opens a programme step by step. Each step that fails has a sentence for an administrator. */
final class Opening {

    private static final String EDITION = "edition.yaml";
    private static final String SCRIPTS = "db/migration";

    private final ProgrammeDatabases databases;
    private final ColumnSeal seal;
    private final EditionBook editions;
    private final RuleRegistry rules;
    private final RecordsFactory records;
    private final Texts words;
    private final Incidents incidents;
    private final Duration patience;

    /** @param patience how long a programme may take to describe itself */
    Opening(
            ProgrammeDatabases databases,
            ColumnSeal seal,
            EditionBook editions,
            RuleRegistry rules,
            RecordsFactory records,
            Texts words,
            Incidents incidents,
            Duration patience) {
        this.databases = databases;
        this.seal = seal;
        this.editions = editions;
        this.rules = rules;
        this.records = records;
        this.words = words;
        this.incidents = incidents;
        this.patience = patience;
    }

    /**
     * @param programme gets the programme's service; null when it cannot be made
     * @throws ProgrammeFault with the reason; nothing is left open then
     */
    OpenProgramme open(Bundle bundle, ProgrammeIdentity identity, Supplier<Programme> programme) {
        ProgrammeDescriptor descriptor = describe(identity, programme);
        Texts texts = texts(bundle, identity);
        EditionFile.Content declared = edition(bundle, identity);
        ProgrammeDatabases.Unit unit = unit(bundle, identity);
        migrate(unit);
        ProgrammeDatabases.Opened database = orFault("plugin.entities", identity, () -> databases.open(unit, seal));
        try {
            LiveEdition edition = editions.open(new EditionKey(identity.id(), identity.year()), declared, texts);
            OpenContext context = new OpenContext(identity, descriptor, edition, texts, database.database(), records);
            records.opened(context, descriptor.records(), database);
            addRules(identity, descriptor, edition, texts);
            return new OpenProgramme(identity, bundle.getBundleId(), context, database, rules);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private ProgrammeDescriptor describe(ProgrammeIdentity identity, Supplier<Programme> programme) {
        ProgrammeDescriptor descriptor;
        try {
            descriptor = Questions.ask("shishi-describe-" + identity.id(), patience, () -> {
                Programme service = programme.get();
                return service == null ? null : service.describe();
            });
        } catch (TimeoutException e) {
            throw new ProgrammeFault(words.get("plugin.describe-slow", patience.toSeconds()), e);
        } catch (ExecutionException e) {
            throw reported("plugin.describe", identity, e.getCause());
        }
        if (descriptor == null) {
            throw new ProgrammeFault(words.get("plugin.describe-nothing"), null);
        }
        if (!descriptor.id().equals(identity.id())) {
            throw new ProgrammeFault(words.get("plugin.id-differs", identity.id(), descriptor.id()), null);
        }
        return descriptor;
    }

    private Texts texts(Bundle bundle, ProgrammeIdentity identity) {
        Texts texts = orFault("plugin.texts", identity, () -> BundleTexts.of(bundle, "messages"));
        if (!texts.has("programme.title")) {
            throw new ProgrammeFault(words.get("plugin.title-missing"), null);
        }
        return texts;
    }

    private EditionFile.Content edition(Bundle bundle, ProgrammeIdentity identity) {
        URL file = bundle.getEntry(EDITION);
        if (file == null) {
            throw new ProgrammeFault(words.get("plugin.edition-missing"), null);
        }
        try {
            return EditionFile.read(file.openStream());
        } catch (EditionFault e) {
            throw new ProgrammeFault(words.get("plugin.edition", e.getMessage()), e);
        } catch (IOException e) {
            throw reported("plugin.failed", identity, e);
        }
    }

    private static ProgrammeDatabases.Unit unit(Bundle bundle, ProgrammeIdentity identity) {
        String named = bundle.getHeaders("").get(ProgrammeIdentity.ENTITIES);
        List<String> entities = named == null
                ? List.of()
                : Arrays.stream(named.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        Enumeration<URL> scripts = bundle.findEntries(SCRIPTS, "*.sql", false);
        return new ProgrammeDatabases.Unit(
                identity.id(),
                identity.year(),
                bundle.adapt(BundleWiring.class).getClassLoader(),
                entities,
                scripts == null ? List.of() : Collections.list(scripts));
    }

    private void migrate(ProgrammeDatabases.Unit unit) {
        try {
            databases.migrate(unit);
        } catch (ChangedScriptsException e) {
            // The author's to mend, as the words say; no fault of the platform that somebody looks up by a number.
            throw new ProgrammeFault(
                    words.get("plugin.scripts-changed", unit.schema(), String.join(", ", e.scripts())), e);
        } catch (RuntimeException e) {
            String number = incidents.report("migration of " + unit.schema(), e);
            throw new ProgrammeFault(words.get("plugin.migration", unit.schema(), Reasons.firstLine(e), number), e);
        }
    }

    private void addRules(
            ProgrammeIdentity identity, ProgrammeDescriptor descriptor, LiveEdition edition, Texts texts) {
        try {
            rules.add(
                    identity.id(),
                    identity.year(),
                    descriptor.rules(),
                    name -> edition.value(name).orElse(null),
                    texts);
        } catch (IllegalArgumentException e) {
            throw new ProgrammeFault(words.get("plugin.rules", Reasons.firstLine(e)), e);
        }
    }

    private <T> T orFault(String key, ProgrammeIdentity identity, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException | LinkageError e) {
            throw reported(key, identity, e);
        }
    }

    private ProgrammeFault reported(String key, ProgrammeIdentity identity, Throwable e) {
        Text reason = words.get(key, Reasons.firstLine(e), incidents.report("opening of " + identity, e));
        return new ProgrammeFault(reason, e);
    }
}
