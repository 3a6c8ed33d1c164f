package org.shishi.core.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** {@code bin/shishi audit verify}: walks the whole log and fails when a line was changed, left out or put in. */
@Component(
        service = Function.class,
        property = {
            "shishi.admin.command=audit",
            "shishi.admin.help=verify: looks whether a line of the audit log was changed, left out or put in"
        })
public final class AuditCommand implements Function<List<String>, String> {

    private static final int MOST_SHOWN = 50;

    private final CoreDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final AuditWitness witness;

    @Activate
    public AuditCommand(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference Clock clock,
            @Reference AuditWitness witness) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.witness = witness;
    }

    /** @throws IllegalArgumentException with what is wrong: the command fails */
    @Override
    public String apply(List<String> words) {
        if (!words.equals(List.of("verify"))) {
            throw new IllegalArgumentException("Usage: bin/shishi audit verify");
        }
        AuditVerification verification = database.read(handle -> {
            AuditVerification walk =
                    new AuditVerification(handle, keys.ring(KeyPurpose.AUDIT), LocalDate.now(clock), witness);
            walk.run();
            return walk;
        });
        List<AuditFinding> findings = verification.findings();
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.stream()
                    .limit(MOST_SHOWN)
                    .map(AuditFinding::words)
                    .collect(Collectors.joining(
                            "\n", "The audit log was tampered with (" + findings.size() + " findings):\n", "")));
        }
        return "The audit log is whole: " + verification.lines() + " lines fit.";
    }
}
