package dev.leapp.testkit.cloud;

import dev.leapp.testkit.cloud.PortalDevice.State;

/** Says who answers what. Thread-safe. */
final class PortalRoutes {

    private final PortalParts parts;
    private final String endpoint;

    PortalRoutes(PortalParts parts, String endpoint) {
        this.parts = parts;
        this.endpoint = endpoint;
    }

    PortalAnswer answer(PortalRequest request) throws PortalFailure {
        return switch (request.method() + " " + request.path()) {
            case "POST /client/register" -> parts.clients.register(request);
            case "POST /device_authorization" ->
                parts.devices.begin(parts.clients.authenticate(request), request, endpoint + "/device");
            case "POST /token" -> parts.tokens.create(request);
            case "GET /assignment/accounts", "GET /assignment/roles", "GET /federation/credentials", "POST /logout" ->
                portal(request);
            case "GET /authorize" -> authorize(request);
            case "POST /authorize" -> decided(request);
            case "GET /device" ->
                page(parts.pages.device(request.parameter("user_code").orElse("")));
            case "POST /device" -> device(request);
            case "GET /start", "GET /start/" -> page(parts.pages.start());
            default -> PortalAnswer.page(404, parts.pages.done("There is nothing here"));
        };
    }

    private PortalAnswer portal(PortalRequest request) throws PortalFailure {
        if (parts.throttle.isPresent()) {
            throttle(parts.throttle.get());
        }
        PortalSession session = parts.sessions.authenticate(request);
        return switch (request.path()) {
            case "/assignment/accounts" -> parts.assignments.listAccounts(request);
            case "/assignment/roles" -> parts.assignments.listRoles(request);
            case "/logout" -> loggedOut(session);
            default -> credentials(request);
        };
    }

    private void throttle(PortalThrottle throttle) throws PortalFailure {
        try {
            throttle.take();
        } catch (PortalFailure e) {
            parts.counters.count(PortalEvent.THROTTLED);
            throw e;
        }
    }

    private PortalAnswer credentials(PortalRequest request) throws PortalFailure {
        String accountId = parts.assignments.requireAssigned(request);
        return parts.roles.credentials(accountId, request.required("role_name"));
    }

    private PortalAnswer loggedOut(PortalSession session) {
        parts.sessions.end(session);
        return PortalAnswer.json(200, "");
    }

    private PortalAnswer authorize(PortalRequest request) throws PortalFailure {
        String id = parts.authorizations.ask(request);
        return parts.settings.automaticApproval()
                ? PortalAnswer.redirect(parts.authorizations.approve(id))
                : page(parts.pages.authorize(id));
    }

    private PortalAnswer decided(PortalRequest request) throws PortalFailure {
        String id = request.required("request");
        boolean approved = request.required("decision").equals("approve");
        return PortalAnswer.redirect(approved ? parts.authorizations.approve(id) : parts.authorizations.deny(id));
    }

    private PortalAnswer device(PortalRequest request) throws PortalFailure {
        State state = request.required("decision").equals("approve") ? State.APPROVED : State.DENIED;
        boolean known = parts.devices.decide(request.required("user_code"), state);
        String approved = state == State.APPROVED ? "Request approved" : "Request denied";
        return known
                ? page(parts.pages.done(approved))
                : PortalAnswer.page(400, parts.pages.done("That code is not valid"));
    }

    private static PortalAnswer page(String html) {
        return PortalAnswer.page(200, html);
    }
}
