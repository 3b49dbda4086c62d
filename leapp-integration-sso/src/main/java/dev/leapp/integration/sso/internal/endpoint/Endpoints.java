package dev.leapp.integration.sso.internal.endpoint;

import dev.leapp.core.port.Environment;
import java.net.URI;

/**
 * Where the services of IAM Identity Center are: where the environment says, else in its region.
 *
 * @param environment may say that they are elsewhere
 */
public record Endpoints(Environment environment) {

    /** Returns where to register, to authorize and to get tokens, without a slash at the end. */
    public URI oidc(CenterRegion region) {
        return at("SSO_OIDC", "oidc", region);
    }

    /** Returns the access portal, without a slash at the end. */
    public URI portal(CenterRegion region) {
        return at("SSO", "portal.sso", region);
    }

    /** Tells whether the environment says where to log in: only then is a start URL on this machine one. */
    public boolean isElsewhere() {
        return new ConfiguredEndpoint(environment, "SSO_OIDC").url().isPresent();
    }

    private URI at(String service, String host, CenterRegion region) {
        return new ConfiguredEndpoint(environment, service)
                .url()
                .map(Endpoints::withoutSlash)
                .orElseGet(() -> URI.create("https://" + host + "." + region.name() + "."
                        + region.partition().suffix()));
    }

    private static URI withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
