package dev.leapp.testkit.cloud;

/** Turns codes and refresh tokens into tokens: {@code POST /token}. Thread-safe. */
final class PortalTokens {

    private final PortalClients clients;
    private final PortalDevices devices;
    private final PortalAuthorizations authorizations;
    private final PortalSessions sessions;

    PortalTokens(
            PortalClients clients,
            PortalDevices devices,
            PortalAuthorizations authorizations,
            PortalSessions sessions) {
        this.clients = clients;
        this.devices = devices;
        this.authorizations = authorizations;
        this.sessions = sessions;
    }

    PortalAnswer create(PortalRequest request) throws PortalFailure {
        PortalClient client = clients.authenticate(request);
        String grantType = request.required("grantType");
        if (!client.mayUse(grantType)) {
            throw PortalFailure.oauth("unauthorized_client", "Client is not authorized for this grant type");
        }
        switch (grantType) {
            case PortalClient.DEVICE_CODE -> devices.redeem(client, request.required("deviceCode"));
            case PortalClient.AUTHORIZATION_CODE -> authorizations.redeem(client, request);
            case PortalClient.REFRESH_TOKEN -> {
                return sessions.refresh(client, request.required("refreshToken"));
            }
            default -> throw PortalFailure.oauth("unsupported_grant_type", "Grant type is not supported");
        }
        return sessions.open(client);
    }
}
