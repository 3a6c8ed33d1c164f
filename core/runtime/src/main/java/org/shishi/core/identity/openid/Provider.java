package org.shishi.core.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shishi.api.platform.OpenIdSignIn.Departure;
import org.shishi.api.rule.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Talks to the provider. Whatever it answers is checked: state, issuer, signature, audience, nonce, times. */
final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration FRESH = Duration.ofHours(1);
    /** Ways of authenticating (RFC 8176) that are more than a password. */
    private static final List<String> STRONG = List.of("mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "sms");

    /** Who came back. */
    record Identity(String issuer, String subject, boolean strong) {}

    private record Known(OIDCProviderMetadata metadata, Instant until) {}

    private final ProviderSettings settings;
    private final Clock clock;
    private volatile Known known;

    Provider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Departure depart(URI seen) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        URI callback = settings.callback() == null ? seen : settings.callback();
        URI to = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), new Scope("openid"), client(), callback)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Departure(to, callback, state.getValue(), nonce.getValue(), verifier.getValue());
    }

    Identity arrive(Departure departure, String query) {
        try {
            URI answer = URI.create(departure.callback() + "?" + query);
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            boolean ours = new State(departure.state()).equals(response.getState())
                    && (response.getIssuer() == null || response.getIssuer().equals(issuer()));
            if (!ours || !response.indicatesSuccess()) {
                throw refused("the answer is none to this departure, or a refusal", null);
            }
            return identity(departure, response.toSuccessResponse().getAuthorizationCode());
        } catch (IllegalArgumentException | ParseException e) {
            throw refused("the answer cannot be read", e);
        }
    }

    private Identity identity(Departure departure, AuthorizationCode code) throws ParseException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, departure.callback(), new CodeVerifier(departure.verifier()));
        URI endpoint = metadata().getTokenEndpointURI();
        TokenRequest.Builder request = settings.secret() == null
                ? new TokenRequest.Builder(endpoint, client(), grant)
                : new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(client(), new Secret(settings.secret())), grant);
        HTTPRequest http = request.build().toHTTPRequest();
        http.setConnectTimeout(TIMEOUT_MILLIS);
        http.setReadTimeout(TIMEOUT_MILLIS);
        http.setFollowRedirects(false);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(http.send());
            if (!response.indicatesSuccess()) {
                throw refused(
                        "the code is not taken: "
                                + response.toErrorResponse().getErrorObject().getCode(),
                        null);
            }
            JWT token = ((OIDCTokenResponse) response.toSuccessResponse())
                    .getOIDCTokens()
                    .getIDToken();
            IDTokenClaimsSet claims = validator().validate(token, new Nonce(departure.nonce()));
            return new Identity(
                    claims.getIssuer().getValue(), claims.getSubject().getValue(), strong(claims.getAMR()));
        } catch (BadJOSEException e) {
            throw refused("the ID token is not good", e);
        } catch (IOException | JOSEException e) {
            throw away(e);
        }
    }

    private IDTokenValidator validator() throws IOException {
        return new IDTokenValidator(
                issuer(),
                client(),
                JWSAlgorithm.RS256,
                metadata().getJWKSetURI().toURL(),
                new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES));
    }

    private static boolean strong(List<AMR> ways) {
        return ways != null && ways.stream().map(AMR::getValue).anyMatch(STRONG::contains);
    }

    /** The provider's own description, which must be of the issuer that is configured. */
    private OIDCProviderMetadata metadata() {
        Known now = known;
        if (now == null || now.until.isBefore(clock.instant())) {
            try {
                OIDCProviderMetadata found = OIDCProviderMetadata.resolve(issuer(), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
                now = new Known(found, clock.instant().plus(FRESH));
                known = now;
            } catch (GeneralException | IOException e) {
                throw away(e);
            }
        }
        return now.metadata;
    }

    private Issuer issuer() {
        return new Issuer(settings.issuer());
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private RefusedException away(Exception cause) {
        LOG.warn("The provider {} does not answer: {}", settings.issuer(), cause.toString());
        return new RefusedException("CORE-OIDC-AWAY", null);
    }

    private RefusedException refused(String why, Exception cause) {
        LOG.warn(
                "A sign-in from {} is refused: {}{}",
                settings.issuer(),
                why,
                cause == null ? "" : ", " + cause.getMessage());
        return new RefusedException("CORE-OIDC-REFUSED", null);
    }
}
