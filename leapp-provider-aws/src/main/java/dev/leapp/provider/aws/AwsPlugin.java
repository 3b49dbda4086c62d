package dev.leapp.provider.aws;

import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.provider.aws.internal.access.ChainedRoleFactory;
import dev.leapp.provider.aws.internal.access.FederatedRoleFactory;
import dev.leapp.provider.aws.internal.access.IamUserFactory;
import dev.leapp.provider.aws.internal.access.LocalStackFactory;
import dev.leapp.provider.aws.internal.access.WebIdentityFactory;
import dev.leapp.provider.aws.internal.chain.CredentialProcessFactory;
import dev.leapp.provider.aws.internal.chain.CredentialsFileFactory;
import dev.leapp.provider.aws.internal.importer.AwsImporter;
import dev.leapp.provider.aws.internal.sts.StsEndpoints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/**
 * Adds AWS: the session types {@code aws-iam-user}, {@code aws-iam-role-chained}, {@code aws-iam-role-federated}, {@code aws-iam-role-web-identity} and {@code aws-localstack}, the provider chains {@code aws-credentials-file} (the
 * default) and {@code aws-credential-process}, the importer {@code aws}. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
@LeappPluginInfo(
        id = "leapp.aws",
        version = "0.1.0",
        spiVersion = LeappPlugin.SPI_VERSION,
        description = "AWS: IAM users, roles and LocalStack, credentials file and credential process")
public final class AwsPlugin implements LeappPlugin {

    /** Creates the plug-in; called by the service loader. */
    public AwsPlugin() {}

    /**
     * Returns IAM users, roles and LocalStack.
     *
     * @return their factories
     */
    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(
                new IamUserFactory(),
                new ChainedRoleFactory(),
                new FederatedRoleFactory(),
                new WebIdentityFactory(),
                new LocalStackFactory());
    }

    /**
     * Returns the credentials file and the credential process, in this order.
     *
     * @return two factories
     */
    @Override
    public List<ProviderChainFactory> providerChains() {
        return List.of(new CredentialsFileFactory(), new CredentialProcessFactory());
    }

    /**
     * Returns the importer of the AWS tools' profiles.
     *
     * @return one importer
     */
    @Override
    public List<WorkspaceImporter> importers() {
        return List.of(new AwsImporter());
    }

    /**
     * Returns the regions of all partitions that the AWS SDK knows, sorted.
     *
     * @return region ids under {@code aws}
     */
    @Override
    public Map<String, List<String>> regions() {
        List<String> ids = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .sorted()
                .toList();
        return Map.of("aws", ids);
    }

    /**
     * Returns STS of each region that IAM users' sessions use.
     *
     * @param context tells whether STS is elsewhere
     * @param workspace whose sessions
     * @return one place for each region
     */
    @Override
    public List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
        return new StsEndpoints(
                        context.environment(),
                        Set.of(
                                IamUserFactory.TYPE,
                                ChainedRoleFactory.TYPE,
                                FederatedRoleFactory.TYPE,
                                WebIdentityFactory.TYPE))
                .of(workspace.sessions());
    }
}
