package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;

record GuardedAccessMethod(String plugin, AccessMethod method) implements AccessMethod {

    @Override
    public Credentials issue(IssueContext context) {
        return PluginGuard.call(plugin, () -> method.issue(context));
    }

    @Override
    public void revoke(String handle, IssueContext context) {
        PluginGuard.call(plugin, () -> {
            method.revoke(handle, context);
            return true;
        });
    }
}
