package org.shishi.core.programme;

import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.rule.RuleRegistry;

/** A programme with everything it needs: schema, texts, rules, records. */
final class OpenProgramme implements LiveProgramme, AutoCloseable {

    private final ProgrammeIdentity identity;
    private final long bundleId;
    private final ProgrammeDescriptor descriptor;
    private final OpenContext context;
    private final ProgrammeDatabases.Opened database;
    private final RuleRegistry rules;
    private final Text title;

    OpenProgramme(
            ProgrammeIdentity identity,
            long bundleId,
            OpenContext context,
            ProgrammeDatabases.Opened database,
            RuleRegistry rules) {
        this.identity = identity;
        this.bundleId = bundleId;
        this.descriptor = context.descriptor();
        this.context = context;
        this.database = database;
        this.rules = rules;
        this.title = context.texts().get("programme.title");
    }

    @Override
    public ProgrammeDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public ProgrammeContext context() {
        return context;
    }

    @Override
    public String version() {
        return identity.version().toString();
    }

    @Override
    public long bundleId() {
        return bundleId;
    }

    @Override
    public Text title() {
        return title;
    }

    /** Whether the schema has no row yet. */
    boolean empty() {
        return database.empty();
    }

    /** After it is no longer published: rules go, calls under way end, later ones are refused. */
    @Override
    public void close() {
        rules.remove(identity.id(), identity.year());
        database.close();
        context.close();
    }
}
