package org.shishi.core.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Setting up and giving up one's second factor. Wrong codes count like wrong passwords. */
@Component(service = SecondFactor.class)
public final class SecondFactorService implements SecondFactor {

    private static final String ISSUER = "Shishi";

    private final CoreDatabase database;
    private final Audit audit;
    private final Factors factors;
    private final Attempts attempts;

    @Activate
    public SecondFactorService(
            BundleContext context,
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(database, audit, clock, new Factors(new FieldCipher(keys), clock, FactorPolicy.required(context)));
    }

    SecondFactorService(CoreDatabase database, Audit audit, Clock clock, Factors factors) {
        this.database = database;
        this.audit = audit;
        this.factors = factors;
        this.attempts = new Attempts(database, clock);
    }

    @Override
    public State state(Caller caller) {
        return database.read(handle -> factors.state(handle, caller));
    }

    @Override
    public Enrolment begin(Caller caller) {
        return database.transact(handle -> {
            StoredAccount account = account(handle, caller);
            if (factors.enrolled(handle, account.id())) {
                throw new RefusedException("CORE-FACTOR-ENROLLED", null);
            }
            String secret = Base32.encode(factors.begin(handle, account.id()));
            String uri =
                    "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(account.userName(), StandardCharsets.UTF_8)
                            + "?secret=" + secret + "&issuer=" + ISSUER;
            return new Enrolment(secret.replaceAll("(.{4})(?=.)", "$1 "), uri);
        });
    }

    @Override
    public List<String> confirm(Caller caller, String code) {
        return proved(caller, "factor.enrol", (handle, account) -> {
            if (!factors.confirm(handle, account.id(), code)) {
                return null;
            }
            return factors.recoveryCodes(handle, account.id());
        });
    }

    @Override
    public List<String> recoveryCodes(Caller caller, String code) {
        return proved(caller, "factor.recovery", (handle, account) -> {
            if (!factors.right(handle, account.id(), code)) {
                return null;
            }
            return factors.recoveryCodes(handle, account.id());
        });
    }

    @Override
    public void prove(Caller caller, String code) {
        proved(
                caller,
                "factor.prove",
                (handle, account) -> factors.right(handle, account.id(), code) ? List.of() : null);
    }

    @Override
    public int recoveryCodesLeft(Caller caller) {
        return database.read(handle -> new FactorRows(handle).recoveryCodesLeft(caller.accountId()));
    }

    @Override
    public void remove(Caller caller, String code) {
        proved(caller, "factor.remove", (handle, account) -> {
            if (!factors.right(handle, account.id(), code)) {
                return null;
            }
            new FactorRows(handle).remove(account.id());
            return List.of();
        });
    }

    /** What is done after a code proved right; null: it did not. */
    private interface Proof {
        List<String> done(Handle handle, StoredAccount account);
    }

    private List<String> proved(Caller caller, String action, Proof proof) {
        StoredAccount account = database.read(handle -> account(handle, caller));
        attempts.begin(account.userName(), caller.address());
        List<String> done = database.transact(handle -> {
            List<String> result = proof.done(handle, account);
            if (result != null) {
                attempts.forget(handle, account.userName());
                audit.write(caller, action, "account/" + account.id(), null, Map.of());
            }
            return result;
        });
        if (done == null) {
            attempts.failed(caller.address());
            throw new RefusedException("CORE-FACTOR-CODE", "code");
        }
        return done;
    }

    private static StoredAccount account(Handle handle, Caller caller) {
        return new AccountRows(handle)
                .byId(caller.accountId())
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }
}
