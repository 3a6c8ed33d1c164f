package org.shishi.rest;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.SignIn;
import org.shishi.api.rule.RefusedException;

/** Signing in. */
@Component(service = Resource.class)
public final class TokenResource implements Resource {

    private final SignIn signIn;

    @Activate
    public TokenResource(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open(
                        "POST",
                        "/tokens",
                        "Sign in with user name, password and, where there is a second factor, its code",
                        this::issue)
                .described(d -> d.takes("SignIn").answers(200, "Token")));
    }

    private Reply issue(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        String userName = Json.text(body, "username");
        String password = Json.text(body, "password");
        if (userName == null || password == null) {
            throw new Json.BadRequest("'username' and 'password' are needed");
        }
        Caller caller = signIn.signIn(
                userName, password, Json.text(body, "code"), exchange.request().getRemoteAddr());
        if (signIn.mustChangePassword(caller)) {
            throw new RefusedException("CORE-PASSWORD-CHANGE", null);
        }
        SignIn.Token token = signIn.issueToken(caller);
        return Reply.ok(
                Map.of("token", token.token(), "expiresAt", token.expiresAt().toString()));
    }
}
