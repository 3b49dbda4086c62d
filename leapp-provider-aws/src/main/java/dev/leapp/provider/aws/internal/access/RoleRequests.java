package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import java.time.Duration;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** Turns the settings of a session into what STS is asked. */
final class RoleRequests {

    private RoleRequests() {}

    static AssumeRoleRequest.Builder assumeRole(Session session, Environment environment) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(session.setting(RoleFields.ROLE_ARN).orElse(""))
                .roleSessionName(RoleSessionName.of(session, environment));
        session.setting(RoleFields.EXTERNAL_ID).ifPresent(request::externalId);
        session.setting(RoleFields.SOURCE_IDENTITY).ifPresent(request::sourceIdentity);
        session.setting(RoleFields.SESSION_TAGS).map(SessionTags::parse).ifPresent(request::tags);
        session.setting(RoleFields.TRANSITIVE_TAGS).map(SessionTags::parts).ifPresent(request::transitiveTagKeys);
        SessionPolicy.put(session, request::policy, request::policyArns);
        return request;
    }

    static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
