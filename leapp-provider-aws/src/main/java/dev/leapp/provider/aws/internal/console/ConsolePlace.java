package dev.leapp.provider.aws.internal.console;

import dev.leapp.provider.aws.internal.access.SignInHosts;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the consoles of the partitions are that have one for everybody. As in AWS's IAM User Guide, "Enabling custom identity broker
 * access to the AWS console"; those of the secret regions are known to their users only.
 */
enum ConsolePlace {
    COMMERCIAL(SignInHosts.COMMERCIAL, "console.aws.amazon.com"),
    US_GOV(SignInHosts.US_GOV, "console.amazonaws-us-gov.com"),
    CHINA(SignInHosts.CHINA, "console.amazonaws.cn"),
    EUROPEAN_SOVEREIGN(SignInHosts.EUROPEAN_SOVEREIGN, "console.amazonaws-eusc.eu");

    private final SignInHosts signIn;
    private final String console;

    ConsolePlace(SignInHosts signIn, String console) {
        this.signIn = signIn;
        this.console = console;
    }

    static Optional<ConsolePlace> of(String partition) {
        return Stream.of(values())
                .filter(place -> place.signIn.partition().equals(partition))
                .findFirst();
    }

    /** Returns the host that signs in; the youngest partition has one for each region only. */
    String signInHost(String region) {
        return this == EUROPEAN_SOVEREIGN ? region + "." + signIn.host() : signIn.host();
    }

    /** Returns the host of the console, which leads to the one of a region by itself. */
    String consoleHost() {
        return console;
    }

    /** Tells whether a host belongs to this console. */
    boolean has(String host) {
        return host.equals(console) || host.endsWith("." + console);
    }
}
