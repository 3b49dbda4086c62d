package dev.leapp.integration.sso.internal.awscli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.credential.Secret;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.StartUrl;
import dev.leapp.integration.sso.internal.oidc.KeptLogin;
import dev.leapp.integration.sso.internal.oidc.Registration;
import dev.leapp.integration.sso.internal.oidc.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The login that Leapp and the AWS CLI share, in a file of the CLI's cache.
 *
 * <p>The CLI renews logins only of an {@code sso-session}; only then does the file get what it takes to renew one.
 *
 * @param home the user's home directory
 * @param center what the login is for
 * @param session the name of the CLI's {@code sso-session}, if it is in one
 */
public record SharedLogin(Path home, Center center, Optional<String> session) {

    private static final String START_URL = "startUrl";
    private static final String REGION = "region";
    private static final String ACCESS_TOKEN = "accessToken";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String REFRESH_TOKEN = "refreshToken";
    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";
    private static final String CLIENT_EXPIRES = "registrationExpiresAt";
    private static final List<String> RENEWAL = List.of(REFRESH_TOKEN, CLIENT_ID, CLIENT_SECRET, CLIENT_EXPIRES);

    /** Returns the login there, if it is for the same IAM Identity Center, and has not expired or can be renewed. */
    public Optional<KeptLogin> read(Instant now) {
        return file().read()
                .filter(this::isOurs)
                .flatMap(SharedLogin::login)
                .filter(login -> now.isBefore(login.tokens().expiresAt()) || login.isRenewable(now));
    }

    /**
     * Writes a login there; what others have added stays.
     *
     * @return whether it was written: the file may be for another IAM Identity Center
     */
    public boolean write(KeptLogin login) throws IOException {
        ObjectNode node = file().read().orElseGet(() -> new ObjectMapper().createObjectNode());
        if (isOfAnother(node)) {
            return false;
        }
        node.remove(RENEWAL);
        if (!isOurs(node)) {
            node.put(START_URL, center.start().toString());
        }
        node.put(REGION, center.region().name());
        node.put(ACCESS_TOKEN, login.tokens().access().reveal());
        node.put(EXPIRES_AT, CacheTime.write(login.tokens().expiresAt()));
        if (session.isPresent()) {
            addRenewal(node, login);
        }
        file().write(node);
        return true;
    }

    /** Removes the file if it holds this login; whatever else is there is somebody else's. */
    public void remove(KeptLogin login) throws IOException {
        boolean holdsIt = file().read()
                .flatMap(node -> text(node, ACCESS_TOKEN))
                .map(Secret::of)
                .filter(login.tokens().access()::equals)
                .isPresent();
        if (holdsIt) {
            file().delete();
        }
    }

    private static void addRenewal(ObjectNode node, KeptLogin login) {
        login.tokens().refresh().ifPresent(token -> node.put(REFRESH_TOKEN, token.reveal()));
        login.client()
                .ifPresent(client -> node.put(CLIENT_ID, client.clientId())
                        .put(CLIENT_SECRET, client.clientSecret().reveal())
                        .put(CLIENT_EXPIRES, CacheTime.write(client.expiresAt())));
    }

    private CacheFile file() {
        return new CacheFile(home.resolve(".aws")
                .resolve("sso")
                .resolve("cache")
                .resolve(sha1(session.orElse(center.start().toString())) + ".json"));
    }

    private boolean isOurs(ObjectNode node) {
        return text(node, START_URL).filter(this::isOurStart).isPresent()
                && text(node, REGION).filter(center.region().name()::equals).isPresent();
    }

    private boolean isOfAnother(ObjectNode node) {
        return text(node, START_URL).filter(url -> !isOurStart(url)).isPresent()
                || text(node, REGION)
                        .filter(region -> !center.region().name().equals(region))
                        .isPresent();
    }

    /** The CLI keeps the URL as the user has written it. */
    private boolean isOurStart(String url) {
        return StartUrl.parse(url).filter(center.start()::equals).isPresent();
    }

    private static Optional<KeptLogin> login(ObjectNode node) {
        Optional<String> token = text(node, ACCESS_TOKEN).filter(Tokens::canBeSent);
        Optional<Instant> expiry = moment(node, EXPIRES_AT);
        if (token.isEmpty() || expiry.isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret> refresh = text(node, REFRESH_TOKEN).map(Secret::of);
        return Optional.of(new KeptLogin(new Tokens(Secret.of(token.get()), refresh, expiry.get()), client(node)));
    }

    private static Optional<Registration> client(ObjectNode node) {
        Optional<String> id = text(node, CLIENT_ID);
        Optional<String> secret = text(node, CLIENT_SECRET);
        Optional<Instant> expiry = moment(node, CLIENT_EXPIRES);
        return id.isPresent() && secret.isPresent() && expiry.isPresent()
                ? Optional.of(new Registration(id.get(), Secret.of(secret.get()), expiry.get()))
                : Optional.empty();
    }

    private static Optional<Instant> moment(ObjectNode node, String name) {
        return text(node, name).flatMap(CacheTime::read);
    }

    private static Optional<String> text(ObjectNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::textValue).filter(text -> !text.isEmpty());
    }

    /** The CLI's name for it; it protects nothing. */
    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }
}
