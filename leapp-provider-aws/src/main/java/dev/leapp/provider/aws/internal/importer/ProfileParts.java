package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.session.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ways to credentials that one profile has.
 *
 * @param profile the profile
 * @param published the session that Leapp wrote it for, empty if it is the user's own
 * @param keys a long-term access key
 * @param role a role by way of another profile
 * @param sso a role by way of IAM Identity Center
 */
record ProfileParts(AwsProfile profile, Optional<SessionId> published, Part keys, Part role, Part sso) {

    private static final String KEY_ID = "aws_access_key_id";
    private static final String SECRET_KEY = "aws_secret_access_key";
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/\\S+");

    static ProfileParts of(AwsProfile profile, Optional<SessionId> published, Portals portals) {
        return new ProfileParts(profile, published, keys(profile), role(profile), portals.role(profile));
    }

    /** The id of the session that the access key becomes. */
    SessionId keysId() {
        return role.present() || sso.present() ? DerivedIds.source(profile.name()) : DerivedIds.session(profile.name());
    }

    /** Tells whether the profile hangs on another by {@code source_profile}, and nothing else is wrong with it. */
    boolean hangsOnAnother() {
        return published.isEmpty() && !keys.isGood() && role.isGood();
    }

    private static Part keys(AwsProfile profile) {
        if (!profile.has(KEY_ID) && !profile.has(SECRET_KEY)) {
            return Part.ABSENT;
        }
        if (profile.has("aws_session_token")
                || profile.has("aws_security_token")
                || profile.value(KEY_ID).filter(id -> id.startsWith("ASIA")).isPresent()) {
            return Part.bad("its keys are temporary credentials, which expire");
        }
        return profile.has(KEY_ID) && profile.has(SECRET_KEY)
                ? Part.GOOD
                : Part.bad("of an access key it has only one half");
    }

    private static Part role(AwsProfile profile) {
        if (!profile.has("role_arn")) {
            return Part.ABSENT;
        }
        if (profile.has("web_identity_token_file")) {
            return Part.bad("web_identity_token_file is a token of the machine that the file is for");
        }
        if (profile.has("credential_source")) {
            return Part.bad("credential_source takes credentials of the machine that the file is for");
        }
        if (!profile.has("source_profile")) {
            return Part.bad("it has a role_arn, but no source_profile");
        }
        return good(profile, "role_arn", ROLE_ARN)
                ? durationOf(profile)
                : Part.bad("its role_arn is not the ARN of a role");
    }

    private static Part durationOf(AwsProfile profile) {
        boolean seconds = profile.value("duration_seconds")
                .map(value -> value.matches("\\d{1,6}"))
                .orElse(true);
        return seconds ? Part.GOOD : Part.bad("its duration_seconds is not a number");
    }

    private static boolean good(AwsProfile profile, String key, Pattern pattern) {
        return profile.value(key)
                .filter(value -> pattern.matcher(value).matches())
                .isPresent();
    }
}
