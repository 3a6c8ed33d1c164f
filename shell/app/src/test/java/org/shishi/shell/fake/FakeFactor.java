package org.shishi.shell.fake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.rule.RefusedException;

/** A second factor whose code is always {@code 123456}. */
public final class FakeFactor implements SecondFactor {

    private final Set<UUID> enrolled = ConcurrentHashMap.newKeySet();

    @Override
    public State state(Caller caller) {
        return enrolled.contains(caller.accountId()) ? State.ENROLLED : State.NONE;
    }

    @Override
    public Enrolment begin(Caller caller) {
        return new Enrolment("ABCD EFGH", "otpauth://totp/Shishi:someone?secret=ABCDEFGH&issuer=Shishi");
    }

    @Override
    public List<String> confirm(Caller caller, String code) {
        check(code);
        enrolled.add(caller.accountId());
        return List.of("aaaa-bbbb-cccc");
    }

    @Override
    public void prove(Caller caller, String code) {
        check(code);
    }

    @Override
    public List<String> recoveryCodes(Caller caller, String code) {
        check(code);
        return List.of("dddd-eeee-ffff");
    }

    @Override
    public int recoveryCodesLeft(Caller caller) {
        return 1;
    }

    @Override
    public void remove(Caller caller, String code) {
        check(code);
        enrolled.remove(caller.accountId());
    }

    private static void check(String code) {
        if (!"123456".equals(code)) {
            throw new RefusedException("CORE-FACTOR-CODE", "code");
        }
    }
}
