package dev.leapp.provider.aws.internal.importer;

import dev.leapp.provider.aws.internal.chain.AwsFiles;
import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.Section;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two files as the AWS CLI joins them.
 *
 * @param profiles by name, in the order of the files
 * @param ssoSessions the {@code sso-session} sections by name
 * @param others the headings of all other sections
 */
record AwsConfig(Map<String, AwsProfile> profiles, Map<String, AwsProfile> ssoSessions, List<String> others) {

    private static final String SSO_SESSION = "sso-session";

    static AwsConfig read(AwsFiles files) {
        AwsConfig config = new AwsConfig(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        sections(files.config()).forEach(config::takeFromConfig);
        sections(files.credentials()).forEach(section -> join(config.profiles(), section.heading(), section));
        return config;
    }

    private static List<Section> sections(Path file) {
        return UserFile.plain(file)
                .read()
                .map(bytes -> ProfileDocument.parse(bytes).sections())
                .orElse(List.of());
    }

    private void takeFromConfig(Section section) {
        String heading = section.heading();
        Optional<String> profile = SectionName.profileInConfig(heading);
        Optional<String> ssoSession = SectionName.named(SSO_SESSION, heading);
        if (profile.isPresent()) {
            join(profiles, profile.get(), section);
        } else if (ssoSession.isPresent()) {
            join(ssoSessions, ssoSession.get(), section);
        } else {
            others.add(heading);
        }
    }

    private static void join(Map<String, AwsProfile> into, String name, Section section) {
        Map<String, String> values = new LinkedHashMap<>();
        section.properties().forEach(property -> values.put(property.key(), property.value()));
        into.put(name, into.getOrDefault(name, new AwsProfile(name, Map.of())).with(values));
    }
}
