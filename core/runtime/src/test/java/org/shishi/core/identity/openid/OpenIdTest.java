package org.shishi.core.identity.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Accounts.Created;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.OpenIdSignIn.Departure;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.identity.Identities;
import org.shishi.core.identity.SignInService;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

/** Against a provider that really listens: discovery, code, token, keys over HTTP. */
@ParameterizedClass
@EnumSource
class OpenIdTest {

    private static final URI CALLBACK = URI.create("http://127.0.0.1:1/oidc/callback");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    private final TestDatabase db;
    private final TestCity city;
    private final SignInService signIn;
    private final OpenIdService openId;
    private final Created created;
    private final Caller owner;

    OpenIdTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        signIn = Identities.signIn(city);
        openId = service(Map.of("shishi.oidc.issuer", issuer(), "shishi.oidc.client.id", "shishi"));
        Grant grant = new Grant(city.named("浦东新区总工会").id(), "*", Role.SECOND_LEVEL_OFFICER);
        created = Identities.accounts(city).create(city.administrator(), "linked", "测试员", Set.of(grant));
        owner = signIn.signIn("linked", created.oneTimePassword(), null);
    }

    @BeforeAll
    static void listen() {
        PROVIDER.start();
    }

    @AfterAll
    static void end() {
        PROVIDER.shutdown();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private OpenIdService service(Map<String, String> settings) {
        return new OpenIdService(settings::get, db.core(), signIn, city.audit, city.clock);
    }

    private static String issuer() {
        return PROVIDER.issuerUrl("default").toString();
    }

    /** What the browser does: goes there, is sent back. */
    private static String answer(Departure departure, String subject, Map<String, Object> claims) {
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback("default", subject, "JWT", List.of("shishi"), claims, 3600));
        try {
            HttpResponse<Void> response = BROWSER.send(
                    HttpRequest.newBuilder(departure.to()).build(), HttpResponse.BodyHandlers.discarding());
            String location = response.headers().firstValue("Location").orElseThrow();
            assertTrue(location.startsWith(CALLBACK.toString()), location);
            return URI.create(location).getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Departure depart() {
        return openId.depart(CALLBACK);
    }

    private void link(String subject) {
        Departure departure = depart();
        openId.link(owner, departure, answer(departure, subject, Map.of()));
    }

    @Test
    void theRequestCarriesPkceStateAndNonce() {
        String to = depart().to().toString();

        assertTrue(to.contains("code_challenge_method=S256") && to.contains("code_challenge="), to);
        assertTrue(to.contains("response_type=code") && to.contains("state=") && to.contains("nonce="), to);
        assertFalse(depart().toString().contains(depart().verifier()));
    }

    @Test
    void onlyALinkedAccountSignsIn() {
        Departure first = depart();
        refused("CORE-OIDC-UNLINKED", () -> openId.arrive(first, answer(first, "someone", Map.of()), null));
        link("someone");

        Departure second = depart();
        var arrival = openId.arrive(second, answer(second, "someone", Map.of()), "192.0.2.7");
        assertEquals(owner.accountId(), arrival.caller().accountId());
        assertEquals("192.0.2.7", arrival.caller().address());
        assertFalse(arrival.strong());
        Departure third = depart();
        assertTrue(openId.arrive(third, answer(third, "someone", Map.of("amr", List.of("pwd", "otp"))), null)
                .strong());
    }

    @Test
    void anAccountThereBelongsToOneHereUntilItIsUnlinked() {
        link("someone");
        link("someone");
        assertEquals(1, openId.links(owner).size());
        Caller other = city.administrator();
        Departure departure = depart();
        refused("CORE-OIDC-TAKEN", () -> openId.link(other, departure, answer(departure, "someone", Map.of())));

        openId.unlink(other, openId.links(owner).getFirst());
        assertEquals(1, openId.links(owner).size());
        openId.unlink(owner, openId.links(owner).getFirst());
        Departure again = depart();
        refused("CORE-OIDC-UNLINKED", () -> openId.arrive(again, answer(again, "someone", Map.of()), null));
    }

    @Test
    void aDisabledAccountStaysOut() {
        link("someone");
        Identities.accounts(city).disable(city.administrator(), owner.accountId(), true);

        Departure departure = depart();
        refused("CORE-LOGIN-DISABLED", () -> openId.arrive(departure, answer(departure, "someone", Map.of()), null));
    }

    @Test
    void anAnswerToAnotherDepartureIsRefused() {
        link("someone");
        Departure mine = depart();
        Departure others = depart();
        String query = answer(others, "someone", Map.of());
        refused("CORE-OIDC-REFUSED", () -> openId.arrive(mine, query, null));
        refused("CORE-OIDC-REFUSED", () -> openId.arrive(mine, "error=access_denied&state=" + mine.state(), null));
        refused("CORE-OIDC-REFUSED", () -> openId.arrive(mine, "", null));

        // The code is good, the state as well, but it was got with another secret and nonce.
        Departure mixed = new Departure(mine.to(), mine.callback(), others.state(), mine.nonce(), others.verifier());
        refused("CORE-OIDC-REFUSED", () -> openId.arrive(mixed, query, null));
    }

    @Test
    void withoutAProviderItIsNotOfferedAndOneThatIsAwaySaysSo() {
        assertEquals(Optional.empty(), service(Map.of()).provider());
        refused("CORE-OIDC-AWAY", () -> service(Map.of()).depart(CALLBACK));
        OpenIdService away =
                service(Map.of("shishi.oidc.issuer", "http://127.0.0.1:1/none", "shishi.oidc.client.id", "shishi"));
        assertEquals(Optional.of("127.0.0.1"), away.provider());
        refused("CORE-OIDC-AWAY", () -> away.depart(CALLBACK));
    }

    private static void refused(String code, Executable work) {
        assertEquals(
                code,
                assertThrows(RefusedException.class, work)
                        .violations()
                        .getFirst()
                        .code());
    }
}
