package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.CenterRegion;
import dev.leapp.integration.sso.internal.endpoint.StartUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user fills in. */
final class CenterFields {

    static final String TYPE = "aws-sso";

    static final String LOGIN_FLOW = "loginFlow";
    static final String AWS_CLI_CACHE = "awsCliCache";
    static final String AWS_CLI_SESSION = "awsCliSession";

    private static final String AUTO = "auto";
    private static final String BROWSER = "browser";
    private static final String DEVICE_CODE = "device-code";
    private static final String ON = "on";
    private static final String OFF = "off";

    private CenterFields() {}

    /** A login that is not shared any more, or elsewhere, is ended: so its copy goes, too. */
    static IntegrationDescriptor descriptor() {
        return new IntegrationDescriptor(
                TYPE,
                "AWS IAM Identity Center",
                List.of(portalUrl(), region(), loginFlow(), awsCliCache(), awsCliSession()),
                Set.of(Center.PORTAL_URL, Center.REGION, AWS_CLI_CACHE, AWS_CLI_SESSION),
                Set.of("email"));
    }

    static LoginFlow flow(Integration integration) {
        return switch (setting(integration, LOGIN_FLOW).orElse(AUTO)) {
            case BROWSER -> LoginFlow.BROWSER;
            case DEVICE_CODE -> LoginFlow.DEVICE_CODE;
            default -> LoginFlow.AUTO;
        };
    }

    static boolean sharesWithAwsCli(Integration integration) {
        return setting(integration, AWS_CLI_CACHE).filter(ON::equals).isPresent();
    }

    static Optional<String> awsCliSession(Integration integration) {
        return setting(integration, AWS_CLI_SESSION);
    }

    private static Optional<String> setting(Integration integration, String name) {
        return Optional.ofNullable(integration.settings().get(name)).filter(value -> !value.isBlank());
    }

    private static FieldSpec portalUrl() {
        return FieldSpec.builder(Center.PORTAL_URL, "Start URL")
                .help("where users start, such as https://d-1234567890.awsapps.com/start")
                .aliases("startUrl")
                .check(StartUrl::problemWith)
                .build();
    }

    private static FieldSpec region() {
        return FieldSpec.builder(Center.REGION, "Region")
                .help("where IAM Identity Center is set up; found out if the start URL tells")
                .optional()
                .check(CenterRegion::problemWith)
                .build();
    }

    private static FieldSpec loginFlow() {
        return FieldSpec.builder(LOGIN_FLOW, "Login")
                .help("in a browser here, or with a code typed in on any device")
                .choices(List.of(AUTO, BROWSER, DEVICE_CODE))
                .defaultValue(AUTO)
                .build();
    }

    private static FieldSpec awsCliCache() {
        return FieldSpec.builder(AWS_CLI_CACHE, "Share the login with the AWS CLI")
                .help("keeps the token in ~/.aws/sso/cache, too, where it is not encrypted")
                .choices(List.of(OFF, ON))
                .defaultValue(OFF)
                .build();
    }

    private static FieldSpec awsCliSession() {
        return FieldSpec.builder(AWS_CLI_SESSION, "sso-session of the AWS CLI")
                .help("its name in ~/.aws/config, to share the login under")
                .advanced()
                .pattern("[\\x21-\\x7e]{1,128}", "must be a name without spaces")
                .build();
    }
}
