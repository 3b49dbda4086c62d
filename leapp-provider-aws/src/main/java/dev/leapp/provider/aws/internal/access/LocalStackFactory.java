package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The keys that LocalStack takes from everybody, and where it listens. */
public final class LocalStackFactory implements AccessMethodFactory {

    static final SessionType TYPE = new SessionType("aws-localstack");

    static final String ENDPOINT_URL = "endpointUrl";

    static final String STANDARD_URL = "http://localhost:4566";

    private static final String KEY = "test";

    @Override
    public AccessMethodDescriptor descriptor() {
        FieldSpec endpointUrl = FieldSpec.builder(ENDPOINT_URL, "Endpoint URL")
                .help("where LocalStack listens")
                .defaultValue(STANDARD_URL)
                .aliases("endPointUrl")
                .check(LocalStackFactory::problemWith)
                .build();
        return new AccessMethodDescriptor(TYPE, "LocalStack", List.of(endpointUrl));
    }

    @Override
    public AccessMethod create(PluginContext plugin) {
        return context -> issue(plugin, context);
    }

    private static Credentials issue(PluginContext plugin, IssueContext context) {
        return Credentials.builder(CredentialKind.ACCESS_KEY, plugin.clock().instant())
                .attribute(AwsAccessKey.ACCESS_KEY_ID, KEY)
                .attribute(
                        AwsAccessKey.ENDPOINT_URL,
                        context.session().setting(ENDPOINT_URL).orElse(STANDARD_URL))
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of(KEY))
                .build();
    }

    private static Optional<String> problemWith(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.empty() : Optional.of("must be an http or https URL");
        } catch (URISyntaxException e) {
            return Optional.of("must be an http or https URL");
        }
    }
}
