package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/**
 * Who asks IAM for a user: his access key itself, or what it gets together with a code of his MFA device, since IAM's own calls take no
 * code.
 */
record UserCallers(PluginContext plugin, StsCalls sts, MfaCodes codes) {

    StsCaller of(IssueContext context, LongTermKey key) {
        IamUser user = IamUser.of(context);
        return user.mfaDevice()
                .map(device -> withCode(context, key, device, codes.of(context, user, device)))
                .orElseGet(() -> StsCaller.of(key));
    }

    /** Returns the user's ARN if AWS knows the key. */
    String verify(IssueContext context, LongTermKey key) {
        return sts.callerIdentity(context.session(), StsCaller.of(key), context.deadline());
    }

    private StsCaller withCode(IssueContext context, LongTermKey key, String device, String code) {
        GetSessionTokenRequest request = GetSessionTokenRequest.builder()
                .durationSeconds(RoleRequests.seconds(RoleDuration.SHORTEST))
                .serialNumber(device)
                .tokenCode(code)
                .build();
        return StsCaller.of(AwsAccessKey.of(AccessKeys.temporary(
                plugin.clock().instant(),
                sts.sessionToken(context.session(), StsCaller.of(key), request, context.deadline()),
                Optional.empty())));
    }
}
