package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.ProviderChainFactory;
import java.util.Set;

/** A credential process: the AWS tools ask Leapp whenever they need credentials. */
public final class CredentialProcessFactory implements ProviderChainFactory {

    static final String ID = "aws-credential-process";

    @Override
    public ProviderChainDescriptor descriptor() {
        return new ProviderChainDescriptor(
                ID, "aws", "AWS credential process", Set.of(CredentialKind.ACCESS_KEY), true, KeptSection.ACCOUNTS);
    }

    @Override
    public ProviderChain create(PluginContext context) {
        return new CredentialProcessChain(context);
    }
}
