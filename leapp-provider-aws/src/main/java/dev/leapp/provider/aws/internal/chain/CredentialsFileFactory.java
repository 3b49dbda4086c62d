package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.ProviderChainFactory;
import java.util.Set;

/** The shared credentials file. */
public final class CredentialsFileFactory implements ProviderChainFactory {

    static final String ID = "aws-credentials-file";

    @Override
    public ProviderChainDescriptor descriptor() {
        return new ProviderChainDescriptor(
                ID, "aws", "AWS credentials file", Set.of(CredentialKind.ACCESS_KEY), false, KeptSection.ACCOUNTS);
    }

    @Override
    public ProviderChain create(PluginContext context) {
        return new CredentialsFileChain(context);
    }
}
