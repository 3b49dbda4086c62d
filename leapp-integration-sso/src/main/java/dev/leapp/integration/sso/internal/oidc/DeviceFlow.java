package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.credential.Secret;
import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Logs in by a code that the user types in on any device (RFC 8628). */
final class DeviceFlow {

    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Duration LONGEST_WISH = Duration.ofSeconds(60);

    private final OidcService service;
    private final Clock clock;
    private final Pause pause;

    DeviceFlow(OidcService service, Clock clock, Pause pause) {
        this.service = service;
        this.clock = clock;
        this.pause = pause;
    }

    Tokens login(Login login, Registration client) throws InvalidClientException {
        DeviceGrant grant = begun(login, client);
        try (Secret deviceCode = grant.deviceCode()) {
            login.context().interaction().showDeviceCode(grant.shown(login.purpose()));
            return awaited(login, client, grant, deviceCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw login.troubles().cancelled();
        }
    }

    private DeviceGrant begun(Login login, Registration client) throws InvalidClientException {
        Reply reply =
                service.authorizeDevice(login.center(), client, login.context().deadline());
        if (OidcCode.of(reply) == OidcCode.INVALID_CLIENT) {
            throw new InvalidClientException();
        }
        if (!reply.isGood()) {
            String alias = login.center().alias();
            throw login.troubles()
                    .refused(
                            reply,
                            "IAM Identity Center gives no code to log in to '" + alias + "'",
                            "check its start URL and its region: leapp integration edit '" + alias + "'");
        }
        return reply.body()
                .flatMap(answer -> DeviceGrant.of(answer, clock.instant()))
                .orElseThrow(() -> login.troubles().notUnderstood(service.place(login.center()), reply));
    }

    private Tokens awaited(Login login, Registration client, DeviceGrant grant, Secret deviceCode)
            throws InterruptedException, InvalidClientException {
        Instant end = grant.expiresAt().isBefore(login.context().deadline())
                ? grant.expiresAt()
                : login.context().deadline();
        Duration interval = grant.interval();
        Duration rest = interval;
        while (clock.instant().plus(rest).isBefore(end)) {
            pause.rest(rest);
            Optional<Reply> reply = asked(login, client, deviceCode);
            if (reply.isPresent() && reply.get().isGood()) {
                return tokens(login, reply.get());
            }
            if (reply.isPresent()) {
                interval = interval.plus(wait(login, reply.get()));
            }
            rest = longer(interval, reply.flatMap(Reply::retryAfter).orElse(Duration.ZERO));
        }
        throw login.troubles().tooLate();
    }

    private static Duration longer(Duration interval, Duration wish) {
        Duration most = wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH;
        return interval.compareTo(most) < 0 ? most : interval;
    }

    /** Returns an answer; empty if the network fails for the moment. */
    private Optional<Reply> asked(Login login, Registration client, Secret deviceCode) throws InterruptedException {
        try {
            return Optional.of(service.tryToken(
                    login.center(),
                    client,
                    Map.of("grantType", Grants.DEVICE_CODE.grant(), "deviceCode", deviceCode.reveal())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns by how much slower to ask on. */
    private static Duration wait(Login login, Reply reply) throws InvalidClientException {
        if (reply.saysNothing()) {
            return Duration.ZERO;
        }
        return switch (OidcCode.of(reply)) {
            case AUTHORIZATION_PENDING -> Duration.ZERO;
            case SLOW_DOWN -> SLOWER;
            case EXPIRED_TOKEN -> throw login.troubles().tooLate();
            case ACCESS_DENIED -> throw login.troubles().denied();
            case INVALID_CLIENT -> throw new InvalidClientException();
            default -> {
                if (reply.isThrottled()) {
                    yield SLOWER;
                }
                throw refused(login, reply);
            }
        };
    }

    private static RuntimeException refused(Login login, Reply reply) {
        String alias = login.center().alias();
        return login.troubles()
                .refused(
                        reply,
                        "IAM Identity Center gives no token for the login to '" + alias + "'",
                        "try again: leapp integration login '" + alias + "'");
    }

    private Tokens tokens(Login login, Reply reply) {
        return reply.body()
                .flatMap(answer -> Tokens.of(answer, clock.instant()))
                .orElseThrow(() -> login.troubles().notUnderstood(service.place(login.center()), reply));
    }
}
