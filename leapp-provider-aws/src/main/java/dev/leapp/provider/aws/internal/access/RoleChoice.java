package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the offered roles a session takes: the one in its settings, the only one, or the one that the user chooses. */
record RoleChoice(IssueContext context) {

    private static final int MOST_NAMED = 10;

    OfferedRole among(SamlAssertion said) {
        Optional<String> role = context.session().setting(RoleFields.ROLE_ARN);
        Optional<String> provider = context.session().setting(FederatedRoleFactory.IDP_ARN);
        if (said.roles().isEmpty() && said.encrypted() && role.isPresent() && provider.isPresent()) {
            return new OfferedRole(role.get(), provider.get());
        }
        List<OfferedRole> fitting = said.roles().stream()
                .filter(each -> role.map(each.roleArn()::equals).orElse(true))
                .filter(each -> provider.map(each.providerArn()::equals).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            throw said.roles().isEmpty() ? noRoles(said) : notOffered(said, role, provider);
        }
        return fitting.size() == 1 ? fitting.get(0) : chosen(fitting);
    }

    private OfferedRole chosen(List<OfferedRole> fitting) {
        Map<String, OfferedRole> byLabel = new LinkedHashMap<>();
        fitting.forEach(each -> byLabel.put(label(each, fitting), each));
        if (!context.interaction().isInteractive()) {
            throw failed(
                    CoreErrorCode.LOGIN_NEEDED,
                    "is offered several roles, and nobody can be asked which: " + named(byLabel.keySet()),
                    "run 'leapp session start " + context.session().name() + "' in a terminal, or give it a role: "
                            + edit("--role-arn ARN"));
        }
        String answer = context.interaction()
                .choose("Role of session " + context.session().name(), List.copyOf(byLabel.keySet()));
        return Optional.ofNullable(byLabel.get(answer))
                .orElseThrow(() -> new IllegalStateException("what was chosen was not offered"));
    }

    private static String label(OfferedRole role, List<OfferedRole> all) {
        long same = all.stream()
                .filter(each -> each.roleArn().equals(role.roleArn()))
                .count();
        return same == 1 ? role.roleArn() : role.roleArn() + " by " + role.providerArn();
    }

    private CredentialException noRoles(SamlAssertion said) {
        return said.encrypted()
                ? failed(
                        CoreErrorCode.INVALID_VALUE,
                        "gets an assertion that only AWS can read, so its role and SAML provider must be given",
                        "give both: " + edit("--role-arn ARN --idp-arn ARN"))
                : failed(
                        CoreErrorCode.REFUSED_BY_CLOUD,
                        "is offered no role by its identity provider",
                        "ask who manages the identity provider which roles at AWS you have there");
    }

    private CredentialException notOffered(SamlAssertion said, Optional<String> role, Optional<String> provider) {
        String wanted = role.map(arn -> " role " + arn).orElse("")
                + provider.map(arn -> (role.isPresent() ? " by" : " any role of") + " " + arn)
                        .orElse("");
        Session session = context.session();
        return new CredentialException(
                CoreErrorCode.REFUSED_BY_CLOUD,
                "The identity provider does not offer session " + session.name() + wanted + ", but "
                        + named(said.roles().stream()
                                .map(each -> each.roleArn() + " by " + each.providerArn())
                                .collect(Collectors.toCollection(LinkedHashSet::new))),
                "give it one of these: " + edit("--role-arn ARN --idp-arn ARN"),
                null);
    }

    private static String named(Set<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }

    private CredentialException failed(CoreErrorCode code, String what, String hint) {
        return new CredentialException(code, "Session " + context.session().name() + " " + what, hint, null);
    }

    private String edit(String flags) {
        return "leapp session edit '" + context.session().name() + "' " + flags;
    }
}
