package dev.leapp.provider.aws;

import dev.leapp.core.port.Environment;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.SessionActionFactory;
import dev.leapp.core.spi.WebConsoleFactory;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.provider.aws.internal.access.ChainedRoleFactory;
import dev.leapp.provider.aws.internal.access.FederatedRoleFactory;
import dev.leapp.provider.aws.internal.access.IamUserFactory;
import dev.leapp.provider.aws.internal.access.LocalStackFactory;
import dev.leapp.provider.aws.internal.access.Partitions;
import dev.leapp.provider.aws.internal.access.RotateKeyFactory;
import dev.leapp.provider.aws.internal.access.SsoRoleFactory;
import dev.leapp.provider.aws.internal.access.WebIdentityFactory;
import dev.leapp.provider.aws.internal.chain.CredentialProcessFactory;
import dev.leapp.provider.aws.internal.chain.CredentialsFileFactory;
import dev.leapp.provider.aws.internal.console.AwsConsoleFactory;
import dev.leapp.provider.aws.internal.environment.AccessKeyEnvironment;
import dev.leapp.provider.aws.internal.environment.ContainerCredentials;
import dev.leapp.provider.aws.internal.importer.AwsImporter;
import dev.leapp.provider.aws.internal.sso.PortalEndpoints;
import dev.leapp.provider.aws.internal.sts.StsEndpoints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds AWS: the session types {@code aws-iam-user}, {@code aws-iam-role-chained},
 * {@code aws-iam-role-federated}, {@code aws-iam-role-web-identity}, {@code aws-sso-role} and
 * {@code aws-localstack}, the provider chains {@code aws-credentials-file} (the default) and {@code aws-credential-process}, the
 * importer {@code aws}. Found by {@link java.util.ServiceLoader}.
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
     * Returns IAM users, roles, those of IAM Identity Center, and LocalStack.
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
                new SsoRoleFactory(),
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
     * Returns the variables of an access key.
     *
     * @return one environment
     */
    @Override
    public List<ClientEnvironment> clientEnvironments() {
        return List.of(new AccessKeyEnvironment());
    }

    /**
     * Returns the rotation of IAM users' access keys.
     *
     * @return one factory
     */
    @Override
    public List<SessionActionFactory> sessionActions() {
        return List.of(new RotateKeyFactory());
    }

    /**
     * Returns AWS's web console.
     *
     * @return one factory
     */
    @Override
    public List<WebConsoleFactory> webConsoles() {
        return List.of(new AwsConsoleFactory());
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
     * Returns the container credentials that AWS's tools and SDKs ask for.
     *
     * @return one protocol
     */
    @Override
    public List<EndpointProtocol> endpointProtocols() {
        return List.of(new ContainerCredentials());
    }

    /**
     * Returns the regions of all partitions that the AWS SDK knows, sorted.
     *
     * @return region ids under {@code aws}
     */
    @Override
    public Map<String, List<String>> regions() {
        return Map.of("aws", List.copyOf(Partitions.byRegion().keySet()));
    }

    /**
     * Returns the partition of each region that the AWS SDK knows.
     *
     * @return partitions, such as {@code aws-us-gov}, by region id
     */
    @Override
    public Map<String, String> partitions() {
        return Partitions.byRegion();
    }

    /**
     * Returns STS of each region that sessions use, and the access portals of the integrations.
     *
     * @param context tells whether they are elsewhere
     * @param workspace whose sessions and integrations
     * @return one place for each service and region
     */
    @Override
    public List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
        Environment environment = context.environment();
        Set<SessionType> types = Set.of(
                IamUserFactory.TYPE, ChainedRoleFactory.TYPE, FederatedRoleFactory.TYPE, WebIdentityFactory.TYPE);
        return Stream.concat(
                        new StsEndpoints(environment, types).of(workspace.sessions()).stream(),
                        new PortalEndpoints(environment, SsoRoleFactory.INTEGRATION_TYPE)
                                .of(workspace.integrations()).stream())
                .toList();
    }
}
