package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.SessionAction;
import dev.leapp.core.spi.SessionActionDescriptor;
import dev.leapp.core.spi.SessionActionFactory;
import dev.leapp.provider.aws.internal.iam.IamCalls;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.Set;

/** Replaces the access key of an IAM user by a new one. */
public final class RotateKeyFactory implements SessionActionFactory {

    @Override
    public SessionActionDescriptor descriptor() {
        return new SessionActionDescriptor("rotate-key", "Replace the access key", Set.of(IamUserFactory.TYPE));
    }

    @Override
    public SessionAction create(PluginContext context) {
        return create(context, Pause.real());
    }

    static SessionAction create(PluginContext context, Pause pause) {
        UserCallers callers = new UserCallers(context, new StsCalls(context), new MfaCodes(context, pause));
        return new RotateKeyAction(context, new IamCalls(context), callers, new Patience(pause));
    }
}
