package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Reference;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.ArrayList;
import java.util.List;

/** A role that another session's credentials assume, by AssumeRole. */
public final class ChainedRoleFactory implements AccessMethodFactory {

    public static final SessionType TYPE = new SessionType("aws-iam-role-chained");

    /** The setting that the desktop app uses. */
    public static final String PARENT = "parentSessionId";

    @Override
    public AccessMethodDescriptor descriptor() {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(RoleFields.roleArn());
        fields.add(parent());
        fields.add(IamUserFactory.mfaDevice());
        fields.add(RoleFields.roleSessionName());
        fields.add(RoleFields.duration("900 to 43200 seconds, such as PT8H; an hour for a role assumed by a role."
                + " As long as AWS allows unless given"));
        fields.addAll(RoleFields.assumeRoleOnly());
        fields.add(RoleFields.sessionPolicy());
        return new AccessMethodDescriptor(TYPE, "IAM Role Chained", fields);
    }

    @Override
    public List<String> notes(Session session) {
        return Partitions.notes(session, RoleFields.ROLE_ARN);
    }

    @Override
    public AccessMethod create(PluginContext context) {
        return new ChainedRoleAccessMethod(context, new StsCalls(context), new MfaCodes(context, Pause.real()));
    }

    private static FieldSpec parent() {
        return FieldSpec.builder(PARENT, "Parent session")
                .help("the session that assumes the role, by its name or id")
                .aliases("parentSession")
                .refersTo(Reference.SESSION)
                .build();
    }
}
