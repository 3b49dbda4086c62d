package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the user may reach: {@code /assignment/accounts} and {@code /assignment/roles}. Thread-safe. */
final class PortalAssignments {

    private final PortalAccounts accounts;

    PortalAssignments(PortalAccounts accounts) {
        this.accounts = accounts;
    }

    PortalAnswer listAccounts(PortalRequest request) throws PortalFailure {
        int size = PortalPager.size(request);
        List<PortalAccount> page = accounts.after(PortalPager.last(request), size);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("accountList");
        page.stream()
                .limit(size)
                .forEach(account -> list.addObject()
                        .put("accountId", account.id())
                        .put("accountName", account.name())
                        .put("emailAddress", account.email()));
        if (page.size() > size) {
            body.put("nextToken", PortalPager.token(page.get(size - 1).id()));
        }
        return PortalAnswer.json(200, body.toString());
    }

    PortalAnswer listRoles(PortalRequest request) throws PortalFailure {
        PortalAccount account = account(request);
        int size = PortalPager.size(request);
        int start = account.roles().indexOf(PortalPager.last(request)) + 1;
        int end = Math.min(account.roles().size(), start + size);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("roleList");
        account.roles()
                .subList(start, end)
                .forEach(role -> list.addObject().put("roleName", role).put("accountId", account.id()));
        if (end < account.roles().size()) {
            body.put("nextToken", PortalPager.token(account.roles().get(end - 1)));
        }
        return PortalAnswer.json(200, body.toString());
    }

    private PortalAccount account(PortalRequest request) throws PortalFailure {
        String id = request.parameter("account_id").orElse("");
        if (!id.matches("[0-9]{12}")) {
            throw PortalPager.invalid("Account id is not valid");
        }
        return accounts.find(id)
                .orElseThrow(() -> PortalFailure.portal(404, "ResourceNotFoundException", "No such account"));
    }

    /** Checks that the user has the role that a request names, and returns the account's id. */
    String requireAssigned(PortalRequest request) throws PortalFailure {
        String id = request.parameter("account_id").orElse("");
        String role = request.parameter("role_name").orElse("");
        if (id.isEmpty() || role.isEmpty()) {
            throw PortalPager.invalid("Missing account_id or role_name");
        }
        if (accounts.find(id).filter(account -> account.roles().contains(role)).isEmpty()) {
            throw PortalFailure.portal(403, "ForbiddenException", "No access");
        }
        return id;
    }
}
