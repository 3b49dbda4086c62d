package dev.leapp.provider.aws.internal.console;

import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.WebConsole;
import dev.leapp.core.spi.WebConsoleFactory;
import dev.leapp.provider.aws.internal.access.FederatedUser;
import dev.leapp.provider.aws.internal.sts.StsCalls;

/** AWS's web console. */
public final class AwsConsoleFactory implements WebConsoleFactory {

    @Override
    public String cloudProvider() {
        return "aws";
    }

    @Override
    public WebConsole create(PluginContext context) {
        return new AwsConsole(new FederatedUser(context, new StsCalls(context)), new FederationEndpoint(context));
    }
}
