package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Whether an assertion, its role and the session's region belong to the same part of AWS. */
record AssertionPartitions(Session session) {

    /** Refuses what is addressed to somebody else: an assertion is a key to whom it is for. */
    void requireAws(List<String> recipients) {
        if (recipients.stream().anyMatch(url -> SignInHosts.partitionOf(url).isEmpty())) {
            throw new CredentialException(
                    CoreErrorCode.REFUSED_BY_CLOUD,
                    "The identity provider's assertion for session " + session.name() + " is not addressed to AWS",
                    "give it the URL that begins a login to AWS: leapp session edit '" + session.name()
                            + "' --idp-url URL",
                    null);
        }
    }

    void requireFitting(OfferedRole role, List<String> recipients) {
        String partition = partition(role.roleArn());
        Optional<String> other = recipients.stream()
                .flatMap(url -> SignInHosts.partitionOf(url).stream())
                .filter(each -> !each.equals(partition))
                .findFirst();
        if (other.isPresent()) {
            throw refused(
                    "the identity provider's assertion is for " + other.get() + ", its role is in " + partition,
                    "give it a role of " + other.get() + ": leapp session edit '" + session.name()
                            + "' --role-arn ARN");
        }
        String region =
                session.region().isBlank() ? "us-east-1" : session.region().strip();
        if (!PartitionMetadata.of(Region.of(region)).id().equals(partition)) {
            throw refused(
                    "its region " + region + " is not in " + partition + ", where its role is",
                    "choose a region there: leapp session change-region '" + session.name() + "'");
        }
    }

    private CredentialException refused(String why, String hint) {
        return new CredentialException(
                CoreErrorCode.INVALID_VALUE,
                "Session " + session.name() + " can't get credentials: " + why,
                hint,
                null);
    }

    private static String partition(String arn) {
        int begin = arn.indexOf(':') + 1;
        return arn.substring(begin, arn.indexOf(':', begin));
    }
}
