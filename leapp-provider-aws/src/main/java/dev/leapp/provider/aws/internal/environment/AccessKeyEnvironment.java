package dev.leapp.provider.aws.internal.environment;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.provider.aws.AwsAccessKey;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** An access key, as all of AWS's tools and SDKs read it. */
public final class AccessKeyEnvironment implements ClientEnvironment {

    @Override
    public String cloudProvider() {
        return "aws";
    }

    @Override
    public boolean accepts(CredentialKind kind) {
        return kind.equals(CredentialKind.ACCESS_KEY);
    }

    @Override
    public boolean governs(String variable) {
        return AwsVariables.decides(variable);
    }

    @Override
    public Map<String, Secret> variables(Session session, Credentials credentials) {
        AwsAccessKey key = AwsAccessKey.of(credentials);
        Map<String, Secret> variables = new LinkedHashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", Secret.of(key.accessKeyId()));
        variables.put("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
        key.sessionToken().ifPresent(token -> variables.put("AWS_SESSION_TOKEN", token));
        key.expiresAt()
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                .ifPresent(moment -> variables.put("AWS_CREDENTIAL_EXPIRATION", Secret.of(moment)));
        if (!session.region().isEmpty()) {
            variables.put("AWS_REGION", Secret.of(session.region()));
            variables.put("AWS_DEFAULT_REGION", Secret.of(session.region()));
        }
        key.endpointUrl().ifPresent(url -> variables.put("AWS_ENDPOINT_URL", Secret.of(url)));
        return variables;
    }
}
