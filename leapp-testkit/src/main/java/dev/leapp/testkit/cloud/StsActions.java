package dev.leapp.testkit.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each action does, once it is known who asks. */
final class StsActions {

    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");

    private static final Pattern SAML_PROVIDER = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:saml-provider/[\\w.-]+");

    private final StsDirectory directory;
    private final StsKeys keys;

    StsActions(StsDirectory directory, StsKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** Returns the result element's content. */
    String perform(StsRequest request, StsPrincipal caller) throws StsRefusal {
        return switch (request.action()) {
            case "GetCallerIdentity" -> identity(caller);
            case "GetSessionToken" -> sessionToken(request, caller);
            case "GetFederationToken" -> federationToken(request, caller);
            case "AssumeRole" -> assumeRole(request, caller);
            default ->
                throw new StsRefusal(new StsFailure(
                        400,
                        "InvalidAction",
                        "Could not find operation " + request.action() + " for version 2011-06-15"));
        };
    }

    /** Tells whether whoever asks proves it by what is sent along, instead of signing. */
    static boolean isUnsigned(StsRequest request) {
        return request.action().equals("AssumeRoleWithWebIdentity")
                || request.action().equals("AssumeRoleWithSAML");
    }

    String performUnsigned(StsRequest request) throws StsRefusal {
        return request.action().equals("AssumeRoleWithSAML") ? byAssertion(request) : byToken(request);
    }

    private String byAssertion(StsRequest request) throws StsRefusal {
        String assertion = request.parameter("SAMLAssertion").orElse("");
        if (assertion.length() < 4 || assertion.length() > 100_000) {
            throw new StsRefusal(
                    StsFailure.validation("1 validation error detected: SAMLAssertion has the wrong length"));
        }
        String subject = directory
                .subjectOfAssertion(assertion)
                .filter(known -> SAML_PROVIDER
                        .matcher(request.parameter("PrincipalArn").orElse(""))
                        .matches())
                .orElseThrow(() ->
                        new StsRefusal(new StsFailure(400, "InvalidIdentityToken", "Response signature invalid")));
        return assumed(request, lifetime(request, 3_600, 43_200), Optional.of(subject), false)
                + StsXml.element("Subject", subject);
    }

    private String byToken(StsRequest request) throws StsRefusal {
        String subject = directory
                .subjectOf(request.parameter("WebIdentityToken").orElse(""))
                .orElseThrow(() -> new StsRefusal(new StsFailure(
                        400,
                        "InvalidIdentityToken",
                        "No OpenIDConnect provider found in your account for the issuer")));
        return assumed(request, lifetime(request, 3_600, 43_200), request.parameter("RoleSessionName"), false)
                + StsXml.element("SubjectFromWebIdentityToken", subject);
    }

    private String identity(StsPrincipal caller) {
        return StsXml.element("Arn", caller.arn())
                + StsXml.element("UserId", caller.userId())
                + StsXml.element("Account", caller.account());
    }

    private String sessionToken(StsRequest request, StsPrincipal caller) throws StsRefusal {
        if (caller.isTemporary()) {
            throw new StsRefusal(StsFailure.accessDenied("Cannot call GetSessionToken with session credentials"));
        }
        directory.checkMfa(request);
        Duration lifetime = lifetime(request, 43_200, 129_600);
        return directory.issue(caller.arn(), caller.userId(), lifetime, false);
    }

    private String federationToken(StsRequest request, StsPrincipal caller) throws StsRefusal {
        if (caller.isTemporary()) {
            throw new StsRefusal(StsFailure.accessDenied("Cannot call GetFederationToken with session credentials"));
        }
        Optional<String> name = request.parameter("Name").filter(each -> each.matches("[\\w+=,.@-]{2,32}"));
        if (name.isEmpty()) {
            throw new StsRefusal(StsFailure.validation("1 validation error detected: Name is not valid"));
        }
        String arn = "arn:aws:sts::" + directory.accountId() + ":federated-user/" + name.get();
        return directory.issue(
                arn, directory.accountId() + ":" + name.get(), lifetime(request, 43_200, 129_600), false);
    }

    private String assumeRole(StsRequest request, StsPrincipal caller) throws StsRefusal {
        directory.checkMfa(request);
        Duration lifetime = lifetime(request, 3_600, 43_200);
        if (caller.isRole() && lifetime.toSeconds() > 3_600) {
            throw new StsRefusal(
                    StsFailure.validation(
                            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"));
        }
        return assumed(request, lifetime, request.parameter("RoleSessionName"), caller.isRole());
    }

    private String assumed(StsRequest request, Duration lifetime, Optional<String> name, boolean chained)
            throws StsRefusal {
        Matcher role = ROLE.matcher(request.parameter("RoleArn").orElse(""));
        Optional<String> sessionName = name.filter(each -> each.matches("[\\w+=,.@-]{2,64}"));
        if (!role.matches() || sessionName.isEmpty()) {
            throw new StsRefusal(
                    StsFailure.validation("1 validation error detected: RoleArn or RoleSessionName is not valid"));
        }
        requireAllowed(lifetime, role.group());
        String arn = "arn:aws:sts::" + role.group(1) + ":assumed-role/" + role.group(2) + "/" + sessionName.get();
        String roleId = keys.id("AROA") + ":" + sessionName.get();
        return directory.issue(arn, roleId, lifetime, chained) + "<AssumedRoleUser>"
                + StsXml.element("AssumedRoleId", roleId) + StsXml.element("Arn", arn) + "</AssumedRoleUser>";
    }

    private void requireAllowed(Duration lifetime, String roleArn) throws StsRefusal {
        if (lifetime.compareTo(directory.longest(roleArn)) > 0) {
            throw new StsRefusal(StsFailure.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."));
        }
    }

    private static Duration lifetime(StsRequest request, int standard, int max) throws StsRefusal {
        String text = request.parameter("DurationSeconds").orElse(Integer.toString(standard));
        int seconds;
        try {
            seconds = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StsRefusal(new StsFailure(400, "MalformedInput", "DurationSeconds is no number"));
        }
        if (seconds < 900 || seconds > max) {
            String limit = seconds < 900 ? "greater than or equal to 900" : "less than or equal to " + max;
            throw new StsRefusal(StsFailure.validation("1 validation error detected: Value '" + seconds
                    + "' at 'durationSeconds' failed to satisfy constraint: Member must have value " + limit));
        }
        return Duration.ofSeconds(seconds);
    }
}
