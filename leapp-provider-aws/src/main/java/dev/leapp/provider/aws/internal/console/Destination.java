package dev.leapp.provider.aws.internal.console;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.handover.ConsoleRequest;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The page of the console to open.
 *
 * @param place whose console
 * @param region the region to show
 */
record Destination(ConsolePlace place, String region) {

    /** What follows the host of a console: {@code s3}, {@code ec2/v2}, {@code systems-manager}. */
    private static final Pattern SERVICE =
            Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*", Pattern.CASE_INSENSITIVE);

    String of(ConsoleRequest request) {
        if (request.destination().isPresent()) {
            return own(request.destination().get());
        }
        String service = request.service().map(Destination::path).orElse("console");
        return "https://" + place.consoleHost() + "/" + service + "/home?region=" + region;
    }

    private static String path(String service) {
        if (!SERVICE.matcher(service).matches()) {
            throw invalid(
                    "'" + service + "' is no service of the AWS console",
                    "give what stands behind the console's host, such as s3, ec2, cloudwatch, systems-manager");
        }
        return service.toLowerCase(Locale.ROOT);
    }

    /** A sign-in that goes on to a stranger would tell him that somebody came from AWS, and look like AWS to the user. */
    private String own(String url) {
        try {
            URI uri = URI.create(url);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && place.has(uri.getHost())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw notThere(url);
        }
        throw notThere(url);
    }

    private SessionException notThere(String url) {
        return invalid(
                "'" + url + "' is no page of the console at " + place.consoleHost(),
                "copy the address from the console: https://…" + place.consoleHost() + "/…");
    }

    private static SessionException invalid(String message, String hint) {
        return new SessionException(CoreErrorCode.INVALID_VALUE, message, hint);
    }
}
