package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;

/**
 * What signs an IAM user in to the console: neither his access key nor what GetSessionToken gives may, so he is federated with
 * himself. AWS grants what both the user and the policy allow, and calls of IAM are left out.
 *
 * @param plugin tells the time
 */
public record FederatedUser(PluginContext plugin, StsCalls sts) {

    private static final String EVERYTHING =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    /** What a federated user's name can't have; 2 to 32 characters, by the API reference of GetFederationToken. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9+=,.@_-]");

    private static final int LONGEST_NAME = 32;

    /** Tells whether a session's own temporary credentials sign nobody in. */
    public static boolean isNeededFor(Session session) {
        return session.type().equals(IamUserFactory.TYPE);
    }

    /** Asks STS with the user's long-term key. */
    public AwsAccessKey key(IssueContext context, Duration duration) {
        GetFederationTokenRequest request = GetFederationTokenRequest.builder()
                .name(name(context.session()))
                .durationSeconds(RoleRequests.seconds(duration))
                .policy(EVERYTHING)
                .build();
        return AwsAccessKey.of(AccessKeys.temporary(
                plugin.clock().instant(),
                sts.federationToken(
                        context.session(), StsCaller.of(IamUser.of(context).key()), request, context.deadline()),
                Optional.empty()));
    }

    private static String name(Session session) {
        String name = NOT_IN_NAMES.matcher(session.name()).replaceAll("-");
        return ("leapp-" + name).substring(0, Math.min(LONGEST_NAME, "leapp-".length() + name.length()));
    }
}
