package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Reference;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.List;

/** A role that a SAML assertion assumes, by AssumeRoleWithSAML. */
public final class FederatedRoleFactory implements AccessMethodFactory {

    public static final SessionType TYPE = new SessionType("aws-iam-role-federated");

    /** The settings that the desktop app uses. */
    static final String IDP_URL = "idpUrlId";

    static final String IDP_ARN = "idpArn";

    /** The setting that core looks at to choose where assertions come from. */
    private static final String SOURCE = "assertionSource";

    @Override
    public AccessMethodDescriptor descriptor() {
        return new AccessMethodDescriptor(
                TYPE,
                "IAM Role Federated",
                List.of(
                        FieldSpec.builder(IDP_URL, "Identity provider URL")
                                .help("where the identity provider begins a login to AWS")
                                .aliases("idpUrl")
                                .refersTo(Reference.IDP_URL)
                                .build(),
                        RoleFields.offeredRoleArn(),
                        FieldSpec.builder(IDP_ARN, "SAML provider ARN")
                                .help(
                                        "such as arn:aws:iam::123456789012:saml-provider/Corp; as the assertion says unless"
                                                + " given")
                                .optional()
                                .pattern(
                                        OfferedRole.PROVIDER,
                                        "must be a SAML provider's ARN, such as"
                                                + " arn:aws:iam::123456789012:saml-provider/Corp")
                                .build(),
                        RoleFields.duration("900 to 43200 seconds, such as PT8H. What the identity provider says unless"
                                + " given, else as long as the role allows"),
                        RoleFields.sessionPolicy(),
                        FieldSpec.builder(SOURCE, "Assertion source")
                                .help("how to get the assertion, such as browser or file; the first that works here"
                                        + " unless given")
                                .optional()
                                .pattern("[a-z][a-z0-9-]*", "must be the id of an assertion source, such as browser")
                                .build()));
    }

    @Override
    public AccessMethod create(PluginContext context) {
        return new FederatedRoleAccessMethod(context, new StsCalls(context));
    }
}
