package dev.leapp.cli.tour;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Calls STS with the AWS SDK for Java and a profile from the files, as any program would. */
final class SdkCaller {

    private final Path home;
    private final URI endpoint;
    private final String profile;

    SdkCaller(Path home, URI endpoint, String profile) {
        this.home = home;
        this.endpoint = endpoint;
        this.profile = profile;
    }

    /** Returns the ARN that STS sees behind the profile's credentials. */
    String callerArn() {
        try (ProfileCredentialsProvider credentials = provider();
                StsClient sts = StsClient.builder()
                        .credentialsProvider(credentials)
                        .region(Region.EU_WEST_1)
                        .endpointOverride(endpoint)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            return sts.getCallerIdentity().arn();
        }
    }

    /** Returns the id of the key that the SDK finds. */
    String accessKeyId() {
        try (ProfileCredentialsProvider credentials = provider()) {
            AwsCredentials found = credentials.resolveCredentials();
            return found.accessKeyId();
        }
    }

    /** Tells whether the SDK finds credentials in the profile. */
    boolean finds() {
        return Files.exists(credentialsFile())
                && file(credentialsFile(), ProfileFile.Type.CREDENTIALS).profile(profile).isPresent();
    }

    private ProfileCredentialsProvider provider() {
        return ProfileCredentialsProvider.builder()
                .profileFile(file(credentialsFile(), ProfileFile.Type.CREDENTIALS))
                .profileName(profile)
                .build();
    }

    private Path credentialsFile() {
        return home.resolve(".aws").resolve("credentials");
    }

    private static ProfileFile file(Path path, ProfileFile.Type type) {
        return ProfileFile.builder().content(path).type(type).build();
    }
}
