package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.List;

/** A role that an OIDC token assumes, by AssumeRoleWithWebIdentity. */
public final class WebIdentityFactory implements AccessMethodFactory {

    public static final SessionType TYPE = new SessionType("aws-iam-role-web-identity");

    @Override
    public AccessMethodDescriptor descriptor() {
        return new AccessMethodDescriptor(
                TYPE,
                "IAM Role Web Identity",
                List.of(
                        RoleFields.roleArn(),
                        FieldSpec.builder(WebIdentityToken.FILE, "Token file")
                                .help("a file that holds the OIDC token; give this, a variable or a command")
                                .optional()
                                .build(),
                        FieldSpec.builder(WebIdentityToken.VARIABLE, "Token variable")
                                .help("an environment variable that holds the OIDC token")
                                .optional()
                                .pattern("[A-Za-z_][A-Za-z0-9_]*", "must be the name of an environment variable")
                                .build(),
                        FieldSpec.builder(WebIdentityToken.COMMAND, "Token command")
                                .help("a program that prints the OIDC token; run without a shell")
                                .optional()
                                .check(ExternalCommand::problemWith)
                                .build(),
                        RoleFields.roleSessionName(),
                        RoleFields.duration(
                                "900 to 43200 seconds, such as PT8H. As long as the role allows unless given"),
                        RoleFields.sessionPolicy()));
    }

    @Override
    public List<String> notes(Session session) {
        return Partitions.notes(session, RoleFields.ROLE_ARN);
    }

    @Override
    public AccessMethod create(PluginContext context) {
        return new WebIdentityAccessMethod(context, new StsCalls(context));
    }
}
