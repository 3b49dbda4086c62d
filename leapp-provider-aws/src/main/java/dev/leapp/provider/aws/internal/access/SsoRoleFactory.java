package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Reference;
import dev.leapp.provider.aws.internal.sso.Portal;
import dev.leapp.provider.aws.internal.sso.PortalRole;
import java.util.List;

/** A role that IAM Identity Center gives to whoever is logged in there, by GetRoleCredentials. */
public final class SsoRoleFactory implements AccessMethodFactory {

    public static final SessionType TYPE = new SessionType("aws-sso-role");

    /** The type of the integrations that such sessions come from. */
    public static final String INTEGRATION_TYPE = "aws-sso";

    /** The settings that the desktop app uses. */
    static final String INTEGRATION = "awsSsoConfigurationId";

    static final String EMAIL = "email";

    @Override
    public AccessMethodDescriptor descriptor() {
        return new AccessMethodDescriptor(TYPE, "IAM Identity Center Role", List.of(roleArn(), integration(), email()));
    }

    @Override
    public AccessMethod create(PluginContext context) {
        return new SsoRoleAccessMethod(context, new Portal(context));
    }

    private static FieldSpec roleArn() {
        return FieldSpec.builder(RoleFields.ROLE_ARN, "Role")
                .help("account and permission set, such as arn:aws:iam::123456789012/ReadOnly")
                .check(PortalRole::problemWith)
                .build();
    }

    private static FieldSpec integration() {
        return FieldSpec.builder(INTEGRATION, "Integration")
                .help("the integration that logs in to IAM Identity Center, by its name or id")
                .aliases("integration")
                .refersTo(Reference.INTEGRATION)
                .build();
    }

    private static FieldSpec email() {
        return FieldSpec.builder(EMAIL, "Email")
                .help("of the account, as IAM Identity Center lists it")
                .optional()
                .build();
    }
}
