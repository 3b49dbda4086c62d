package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** AWS's partitions, which know nothing of one another, as the SDK's metadata has them. */
public final class Partitions {

    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):.*");

    private Partitions() {}

    /** Returns the partition of each region that is known, sorted by region. */
    public static SortedMap<String, String> byRegion() {
        SortedMap<String, String> partitions = new TreeMap<>();
        Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .forEach(region -> of(region).ifPresent(partition -> partitions.put(region.id(), partition)));
        return Collections.unmodifiableSortedMap(partitions);
    }

    /** Says which of a session's ARNs belong to another partition than its region, if that region is known. */
    static List<String> notes(Session session, String... settings) {
        Map<String, String> known = byRegion();
        return Optional.ofNullable(known.get(session.region())).stream()
                .flatMap(partition -> Stream.of(settings)
                        .flatMap(setting -> session.setting(setting).stream())
                        .flatMap(arn -> note(session.region(), partition, arn).stream()))
                .toList();
    }

    private static Optional<String> note(String region, String partition, String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches() && !matcher.group(1).equals(partition)
                ? Optional.of(arn + " is in partition " + matcher.group(1) + ", but region " + region
                        + " is in partition " + partition + ", which does not know it")
                : Optional.empty();
    }

    private static Optional<String> of(Region region) {
        return Optional.ofNullable(region.metadata())
                .map(RegionMetadata::partition)
                .map(partition -> partition.id());
    }
}
