package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.testkit.cloud.LocalPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** A home with one integration that somebody has logged in to. */
final class SyncHome implements AutoCloseable {

    private final Path directory;
    private final Leapp leapp;
    private final IntegrationId corp;

    private SyncHome(Path directory, Leapp leapp, IntegrationId corp) {
        this.directory = directory;
        this.leapp = leapp;
        this.corp = corp;
    }

    static SyncHome create(Path directory, LocalPortal portal) {
        Leapp leapp = Leapp.builder()
                .home(directory)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef",
                        "AWS_ENDPOINT_URL_SSO", portal.endpoint().toString(),
                        "AWS_ENDPOINT_URL_SSO_OIDC", portal.endpoint().toString())))
                .secretStore(SecretStore.inMemory())
                .interaction(new Agreeing())
                .build();
        IntegrationId corp = leapp.integrations()
                .create(NewIntegration.builder("aws-sso", "corp")
                        .value("portalUrl", portal.startUrl())
                        .value("region", "eu-west-1")
                        .build())
                .integration()
                .id();
        leapp.integrations().login(corp, LoginFlow.DEVICE_CODE);
        return new SyncHome(directory, leapp, corp);
    }

    SyncPlan sync() {
        return leapp.integrations().sync(corp, SyncOptions.usual());
    }

    /** Returns what changes whenever the workspace is written, if only in the same bytes. */
    String state() {
        try {
            BasicFileAttributes file = Files.readAttributes(
                    directory.resolve(".Leapp").resolve("Leapp-lock.json"), BasicFileAttributes.class);
            return file.fileKey() + " " + file.size() + " " + file.lastModifiedTime();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no workspace in " + directory, e);
        }
    }

    @Override
    public void close() {
        leapp.close();
    }

    /** The portal agrees by itself. */
    private static final class Agreeing implements UserInteraction {
        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public void showDeviceCode(DeviceCode code) {}

        @Override
        public String askMfaCode(String sessionName, String device) {
            throw new IllegalStateException("not expected");
        }

        @Override
        public Secret askSecret(String question) {
            throw new IllegalStateException("not expected");
        }

        @Override
        public void inform(String message) {}

        @Override
        public void progress(String message) {}
    }
}
