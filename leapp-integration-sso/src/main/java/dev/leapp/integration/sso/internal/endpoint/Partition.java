package dev.leapp.integration.sso.internal.endpoint;

import java.util.stream.Stream;

/** AWS's partitions: how their regions begin, and where their services are. */
public enum Partition {
    CHINA("aws-cn", "cn-", "amazonaws.com.cn"),
    US_GOV("aws-us-gov", "us-gov-", "amazonaws.com"),
    EUROPEAN_SOVEREIGN("aws-eusc", "eusc-", "amazonaws.eu"),
    ISO("aws-iso", "us-iso-", "c2s.ic.gov"),
    ISO_B("aws-iso-b", "us-isob-", "sc2s.sgov.gov"),
    ISO_E("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk"),
    ISO_F("aws-iso-f", "us-isof-", "csp.hci.ic.gov"),
    COMMERCIAL("aws", "", "amazonaws.com");

    private final String id;
    private final String prefix;
    private final String suffix;

    Partition(String id, String prefix, String suffix) {
        this.id = id;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    static Partition of(String region) {
        return Stream.of(values())
                .filter(partition -> region.startsWith(partition.prefix))
                .findFirst()
                .orElse(COMMERCIAL);
    }

    /** Returns what ARNs call it. */
    public String id() {
        return id;
    }

    /** Returns how the names of its services' hosts end. */
    String suffix() {
        return suffix;
    }
}
