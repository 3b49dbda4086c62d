package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.provider.aws.internal.chain.AwsFiles;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Imports the profiles of the AWS tools' config and credentials files. */
public final class AwsImporter implements WorkspaceImporter {

    static final String ID = "aws";

    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]*");

    @Override
    public WorkspaceImporterDescriptor descriptor() {
        return new WorkspaceImporterDescriptor(ID, "AWS profiles", "~/.aws/config and ~/.aws/credentials");
    }

    @Override
    public WorkspaceImport read(ImportContext context) {
        AwsFiles files = new AwsFiles(context.plugin());
        AwsConfig config = AwsConfig.read(files);
        WorkspaceImport.Builder found = WorkspaceImport.builder();
        Portals portals = new Portals(config.ssoSessions());
        Map<String, ProfileParts> parts = parts(config, new Published(files, context.receipts()), portals, found);
        ProfileImport profiles = new ProfileImport(portals, new SourceProfiles(parts), found);
        parts.values().forEach(profiles::take);
        portals.integrations().forEach(found::integration);
        tellTheRest(config, portals, found);
        remark(profiles.withKeys(), found);
        return found.build();
    }

    private static Map<String, ProfileParts> parts(
            AwsConfig config, Published published, Portals portals, WorkspaceImport.Builder found) {
        Map<String, ProfileParts> parts = new LinkedHashMap<>();
        for (AwsProfile profile : config.profiles().values()) {
            Optional<String> problem = problem(profile);
            if (problem.isPresent()) {
                found.refuse("session", profile.name(), problem.get());
            } else {
                parts.put(profile.name(), ProfileParts.of(profile, published.of(profile), portals));
            }
        }
        return parts;
    }

    private static Optional<String> problem(AwsProfile profile) {
        try {
            SectionName section = SectionName.inConfig(profile.name());
            new NamedProfile(DerivedIds.profile(section.profile()), section.profile());
        } catch (IllegalArgumentException e) {
            return Optional.of("no session can be published under that name");
        }
        return profile.value("region")
                .filter(region -> !REGION.matcher(region).matches())
                .map(region -> "its region does not look like one");
    }

    private static void tellTheRest(AwsConfig config, Portals portals, WorkspaceImport.Builder found) {
        for (AwsProfile section : config.ssoSessions().values()) {
            portals.problem(section).ifPresent(problem -> found.refuse("integration", section.name(), problem));
        }
        for (String heading : config.others()) {
            boolean services = SectionName.named("services", heading).isPresent();
            found.refuse(
                    "section",
                    heading,
                    services ? "settings of services are not imported" : "it is no profile of the AWS tools");
        }
    }

    private static void remark(List<String> withKeys, WorkspaceImport.Builder found) {
        if (!withKeys.isEmpty()) {
            found.remark("the access keys of these profiles still lie in the AWS files in plain text: "
                    + String.join(", ", withKeys));
            found.remark("'leapp session start NAME --takeover' keeps them in the secret store while the session is"
                    + " active, and gives them back when it stops; to be rid of them, delete the sections yourself");
        }
    }
}
