package dev.leapp.testkit.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS's federation endpoint, as the IAM User Guide describes it in "Enabling custom identity broker access to the AWS console": gives
 * tokens to sign in with for temporary credentials of roles and federated users, and refuses a duration where AWS does.
 */
final class SignIn {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final StsDirectory directory;
    private final StsKeys keys;

    SignIn(StsDirectory directory, StsKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    static boolean isMeant(StsRequest request) {
        return "/federation".equals(request.uri().getPath()) && request.method().equals("GET");
    }

    String answer(StsRequest request) throws StsRefusal {
        if (!request.action().equals("getSigninToken")) {
            throw refusal();
        }
        String session = request.parameter("Session").orElse("");
        StsPrincipal holder = directory
                .holder(field(session, "sessionId"), field(session, "sessionKey"), field(session, "sessionToken"))
                .filter(there -> there.isRole() || there.isFederatedUser())
                .orElseThrow(SignIn::refusal);
        Optional<String> duration = request.parameter("SessionDuration");
        if (duration.isPresent() && !isAllowed(duration.get(), holder)) {
            throw refusal();
        }
        return "{\"SigninToken\":\"" + keys.sessionToken() + "\"}";
    }

    private static boolean isAllowed(String seconds, StsPrincipal holder) {
        if (holder.chained() || holder.isFederatedUser() || !seconds.matches("[0-9]{1,6}")) {
            return false;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
        return wanted.compareTo(SHORTEST) >= 0 && wanted.compareTo(LONGEST) <= 0;
    }

    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static StsRefusal refusal() {
        return new StsRefusal(new StsFailure(400, "BadRequest", "Bad Request"));
    }
}
