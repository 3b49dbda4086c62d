package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.CenterRegion;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.endpoint.StartUrl;
import dev.leapp.integration.sso.internal.rest.JsonService;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a start URL into the form that AWS knows, and finds the region if a host carries it. Of what a company's own host answers only
 * one redirect counts, and only to a host that AWS alone can have.
 *
 * @param http asks the company's host
 * @param endpoints tells whether a stand-in is used
 */
record Completion(JsonService http, Endpoints endpoints) {

    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;

    Map<String, String> of(Map<String, String> values) {
        StartUrl start = Optional.ofNullable(values.get(Center.PORTAL_URL))
                .flatMap(StartUrl::parse)
                .map(this::resolved)
                .orElseThrow(() ->
                        invalid("The start URL is missing or malformed", "copy it from IAM Identity Center", null));
        Map<String, String> complete = new LinkedHashMap<>(values);
        complete.put(Center.PORTAL_URL, start.toString());
        complete.put(Center.REGION, region(start, values).name());
        return complete;
    }

    private CenterRegion region(StartUrl start, Map<String, String> values) {
        Optional<CenterRegion> given = Optional.ofNullable(values.get(Center.REGION))
                .filter(name -> !name.isEmpty())
                .flatMap(CenterRegion::parse);
        Optional<CenterRegion> found = start.region();
        if (given.isPresent() && found.isPresent() && !given.equals(found)) {
            throw invalid(
                    "The start URL is of region " + found.get().name() + ", not "
                            + given.get().name(),
                    "give both that belong together: --region " + found.get().name() + ", or another start URL",
                    null);
        }
        return given.or(() -> found)
                .orElseThrow(() -> invalid(
                        "The start URL does not tell in which region IAM Identity Center is set up",
                        "say it with --region; the settings page of IAM Identity Center shows it",
                        null));
    }

    private StartUrl resolved(StartUrl start) {
        return switch (start.kind()) {
            case AWS -> start;
            case VANITY -> target(start);
            case LOCAL -> {
                if (!endpoints.isElsewhere()) {
                    throw invalid(
                            "The start URL is on this machine",
                            "give that of an IAM Identity Center, such as https://d-1234567890.awsapps.com/start",
                            null);
                }
                yield start;
            }
        };
    }

    private StartUrl target(StartUrl start) {
        return location(start)
                .flatMap(StartUrl::parse)
                .filter(target -> target.kind() == StartUrl.Kind.AWS)
                .orElseThrow(() -> invalid(
                        "The start URL at " + start.uri().getHost() + " leads to no IAM Identity Center",
                        "open it in a browser, and give the address that it leads to",
                        null));
    }

    private Optional<String> location(StartUrl start) {
        try {
            HttpURLConnection head = http.head(start.uri());
            int status = head.getResponseCode();
            return status >= REDIRECTS && status < ERRORS
                    ? Optional.ofNullable(head.getHeaderField("Location")).flatMap(to -> absolute(start.uri(), to))
                    : Optional.empty();
        } catch (IOException e) {
            throw new LeappException(
                    CoreErrorCode.UNREACHABLE,
                    "Can't reach the start URL at " + start.uri().getHost() + " ("
                            + e.getClass().getSimpleName() + ")",
                    "check the network and the proxy, or give the address that it leads to in a browser",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeappException(CoreErrorCode.CANCELLED, "The start URL was not looked up: cancelled", null, e);
        }
    }

    private static Optional<String> absolute(URI base, String location) {
        try {
            return Optional.of(base.resolve(location.strip()).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LeappException invalid(String what, String hint, @Nullable Throwable cause) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, what, hint, cause);
    }
}
