package dev.leapp.integration.sso.internal.endpoint;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import java.util.Optional;

/**
 * The IAM Identity Center that an integration is for.
 *
 * @param alias what the integration is called
 * @param start where users start
 * @param region where it is set up
 */
public record Center(String alias, StartUrl start, CenterRegion region) {

    /** What the desktop app calls the settings. */
    public static final String PORTAL_URL = "portalUrl";

    public static final String REGION = "region";

    /** Reads what an integration says, which nobody may have checked: it may come from another program's file. */
    public static Center of(Integration integration, Endpoints endpoints) {
        StartUrl start = Optional.ofNullable(integration.settings().get(PORTAL_URL))
                .flatMap(StartUrl::parse)
                .filter(url -> url.kind() != StartUrl.Kind.LOCAL || endpoints.isElsewhere())
                .orElseThrow(() -> lacks(integration, "usable start URL", "--portal-url URL"));
        CenterRegion region = region(integration).orElseThrow(() -> lacks(integration, "region", "--region REGION"));
        return new Center(integration.alias(), start, region);
    }

    public static Optional<CenterRegion> region(Integration integration) {
        return Optional.ofNullable(integration.settings().get(REGION)).flatMap(CenterRegion::parse);
    }

    private static LeappException lacks(Integration integration, String what, String flag) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                "Integration '" + integration.alias() + "' has no " + what + " of IAM Identity Center",
                "give it one: leapp integration edit '" + integration.alias() + "' " + flag);
    }
}
