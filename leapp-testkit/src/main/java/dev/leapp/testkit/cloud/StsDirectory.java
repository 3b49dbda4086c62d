package dev.leapp.testkit.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Who may sign requests: the users, and those whose temporary credentials were issued here. Thread-safe. */
final class StsDirectory {

    private final String accountId;
    private final Clock clock;
    private final StsKeys keys;
    private final Optional<Duration> maxClockSkew;
    private final Map<String, StsPrincipal> byAccessKey = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> mfaCodes = new ConcurrentHashMap<>();
    private final Map<String, String> subjectsByToken = new ConcurrentHashMap<>();
    private final Map<String, Predicate<String>> assertionsBySubject = new ConcurrentHashMap<>();
    private final Map<String, Duration> longestByRole = new ConcurrentHashMap<>();

    StsDirectory(String accountId, Clock clock, StsKeys keys, Optional<Duration> maxClockSkew) {
        this.accountId = accountId;
        this.clock = clock;
        this.keys = keys;
        this.maxClockSkew = maxClockSkew;
    }

    void add(StsUser user) {
        String arn = "arn:aws:iam::" + accountId + ":user/" + user.name();
        byAccessKey.put(
                user.accessKeyId(),
                new StsPrincipal(
                        arn, keys.id("AIDA"), user.secretAccessKey(), Optional.empty(), Optional.empty(), false));
    }

    void remove(String accessKeyId) {
        byAccessKey.remove(accessKeyId);
    }

    void mfa(String serialNumber, List<String> codes) {
        mfaCodes.put(serialNumber, Set.copyOf(codes));
    }

    void limit(String roleArn, Duration longest) {
        longestByRole.put(roleArn, longest);
    }

    void webIdentity(String token, String subject) {
        subjectsByToken.put(token, subject);
    }

    Optional<String> subjectOf(String token) {
        return Optional.ofNullable(subjectsByToken.get(token));
    }

    void assertion(Predicate<String> valid, String subject) {
        assertionsBySubject.put(subject, valid);
    }

    Optional<String> subjectOfAssertion(String assertion) {
        return assertionsBySubject.entrySet().stream()
                .filter(each -> each.getValue().test(assertion))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Duration longest(String roleArn) {
        return longestByRole.getOrDefault(roleArn, Duration.ofHours(12));
    }

    String accountId() {
        return accountId;
    }

    /** Finds who signed a request, or refuses it as AWS does. */
    StsPrincipal authenticate(StsRequest request) throws StsRefusal {
        SigV4 signature = SigV4.of(request)
                .orElseThrow(() -> new StsRefusal(
                        new StsFailure(403, "MissingAuthenticationToken", "Request is missing Authentication Token")));
        StsPrincipal principal = byAccessKey.get(signature.accessKeyId());
        if (principal == null || !principal.sessionToken().equals(request.header("x-amz-security-token"))) {
            throw new StsRefusal(StsFailure.invalidClientTokenId());
        }
        if (!signature.matches(request, principal.secretAccessKey())) {
            throw new StsRefusal(signatureDoesNotMatch(
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method."));
        }
        checkTime(request, principal);
        return principal;
    }

    /** Takes credentials that another service issued. */
    void adopt(String accessKeyId, StsPrincipal principal) {
        byAccessKey.put(accessKeyId, principal);
    }

    /** Finds whose temporary credentials were issued here and have not expired. */
    Optional<StsPrincipal> holder(String accessKeyId, String secretAccessKey, String sessionToken) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId))
                .filter(there -> there.secretAccessKey().equals(secretAccessKey))
                .filter(there ->
                        there.sessionToken().filter(sessionToken::equals).isPresent())
                .filter(there ->
                        there.expiresAt().filter(clock.instant()::isBefore).isPresent());
    }

    private void checkTime(StsRequest request, StsPrincipal principal) throws StsRefusal {
        Instant now = clock.instant();
        if (principal.expiresAt().filter(expiry -> !now.isBefore(expiry)).isPresent()) {
            throw new StsRefusal(StsFailure.expiredToken());
        }
        if (maxClockSkew.isPresent() && isSkewed(request, now, maxClockSkew.get())) {
            throw new StsRefusal(signatureDoesNotMatch("Signature expired: the request's time is too far from " + now));
        }
    }

    private static boolean isSkewed(StsRequest request, Instant now, Duration max) {
        Instant signed = AmzDate.parse(request.header("x-amz-date").orElse("")).orElse(Instant.EPOCH);
        return Duration.between(signed, now).abs().compareTo(max) > 0;
    }

    private static StsFailure signatureDoesNotMatch(String message) {
        return new StsFailure(403, "SignatureDoesNotMatch", message);
    }

    /** Checks an MFA code as AWS does, if the request has one. */
    void checkMfa(StsRequest request) throws StsRefusal {
        Optional<String> serialNumber = request.parameter("SerialNumber");
        Optional<String> code = request.parameter("TokenCode");
        if (serialNumber.isEmpty() && code.isEmpty()) {
            return;
        }
        if (!code.orElse("").matches("\\d{6}")) {
            throw new StsRefusal(StsFailure.validation(
                    "1 validation error detected: Value at 'tokenCode' failed to satisfy constraint: Member must satisfy"
                            + " regular expression pattern: [\\d]*"));
        }
        Set<String> valid = mfaCodes.getOrDefault(serialNumber.orElse(""), Set.of());
        if (valid.isEmpty()) {
            throw new StsRefusal(StsFailure.accessDenied(
                    "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number"
                            + " is valid and associated with this user."));
        }
        if (!valid.contains(code.orElse(""))) {
            throw new StsRefusal(
                    StsFailure.accessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. "));
        }
    }

    /** Issues temporary credentials, as the element of an answer. */
    String issue(String arn, String userId, Duration lifetime, boolean chained) {
        String accessKeyId = keys.temporaryAccessKeyId();
        String secretAccessKey = keys.secretAccessKey();
        String token = keys.sessionToken();
        Instant expiration = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        byAccessKey.put(
                accessKeyId,
                new StsPrincipal(arn, userId, secretAccessKey, Optional.of(token), Optional.of(expiration), chained));
        return StsXml.credentials(accessKeyId, secretAccessKey, token, expiration);
    }
}
