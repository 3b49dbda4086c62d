package dev.leapp.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A workspace as the desktop app writes it: a few users and LocalStack sessions that can be started, and roles of one IAM Identity
 * Center for the rest, as large workspaces have them. See docs/leapp-format.md.
 */
final class DesktopAppFile {

    private static final String INTEGRATION = "7632cb2e-bc02-49ff-abdc-7bf9d70ca3fe";
    private static final int SESSIONS_PER_PROFILE = 20;

    private final StringBuilder json = new StringBuilder();

    private DesktopAppFile() {}

    /** Returns the document. The first sessions are of LocalStack, each with a named profile of its own. */
    static String document(int sessions, int localStacks) {
        DesktopAppFile file = new DesktopAppFile();
        int profiles = Math.max(localStacks, sessions / SESSIONS_PER_PROFILE) + 1;
        file.json.append("{\"_pluginsStatus\":[],\"_defaultRegion\":\"eu-west-1\",\"_defaultLocation\":\"westeurope\"");
        file.append(",\"_idpUrls\":[],\"_profiles\":[%s]", join(profiles, DesktopAppFile::profile));
        file.append(
                ",\"_awsSsoIntegrations\":[{\"id\":\"%s\",\"alias\":\"corp\",\"type\":\"AWS-SSO\",\"isOnline\":false,"
                        + "\"portalUrl\":\"https://corp.awsapps.com/start\",\"region\":\"eu-west-1\","
                        + "\"browserOpening\":\"In-browser\",\"accessTokenExpiration\":null}]",
                INTEGRATION);
        file.append(
                ",\"_azureIntegrations\":[],\"_sessions\":[%s]",
                join(sessions, i -> i < localStacks ? localStack(i) : ssoRole(i, profiles)));
        file.append(",\"_workspaceVersion\":4}");
        return file.json.toString();
    }

    /** Returns the file of a document on the machine of that id, with the salt and the encryption of OpenSSL. */
    static byte[] seal(String document, String machineId, SecureRandom random) {
        byte[] salt = new byte[8];
        random.nextBytes(salt);
        try {
            byte[] id = MessageDigest.getInstance("SHA-256").digest(machineId.getBytes(StandardCharsets.UTF_8));
            byte[] key = derive(HexFormat.of().formatHex(id).getBytes(StandardCharsets.US_ASCII), salt);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, 32, "AES"), new IvParameterSpec(key, 32, 16));
            byte[] sealed = cipher.doFinal(document.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(concat("Salted__".getBytes(StandardCharsets.US_ASCII), salt, sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks a cipher", e);
        }
    }

    private interface Element {
        String of(int index);
    }

    private static String join(int count, Element element) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",").append(element.of(i));
        }
        return all.toString();
    }

    private static String profile(int index) {
        return format("{\"id\":\"%s\",\"name\":\"%s\"}", profileId(index), index == 0 ? "default" : "team-" + index);
    }

    private static String localStack(int index) {
        return format(
                "{\"sessionName\":\"local-%d\",\"region\":\"eu-west-1\",\"sessionId\":\"%s\",\"status\":0,"
                        + "\"endPointUrl\":\"http://localhost:4566\",\"type\":\"localstack\",\"profileId\":\"%s\"}",
                index, id("session", index), profileId(index + 1));
    }

    private static String ssoRole(int index, int profiles) {
        return format(
                "{\"sessionName\":\"account %d of the company\",\"region\":\"eu-west-1\",\"sessionId\":\"%s\","
                        + "\"status\":0,\"email\":\"aws+%d@corp.example\","
                        + "\"roleArn\":\"arn:aws:iam::%012d:role/Administrator\",\"profileId\":\"%s\","
                        + "\"type\":\"awsSsoRole\",\"awsSsoConfigurationId\":\"%s\"}",
                index, id("session", index), index, 100_000_000_000L + index, profileId(index % profiles), INTEGRATION);
    }

    private static String profileId(int index) {
        return id("profile", index);
    }

    /** The same in every run. */
    private static String id(String kind, int index) {
        return UUID.nameUUIDFromBytes((kind + index).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void append(String format, Object... values) {
        json.append(format(format, values));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static byte[] derive(byte[] passphrase, byte[] salt) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] derived = new byte[0];
        byte[] last = derived;
        while (derived.length < 48) {
            last = md5.digest(concat(last, passphrase, salt));
            derived = concat(derived, last);
        }
        return derived;
    }

    private static byte[] concat(byte[]... arrays) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] array : arrays) {
            all.writeBytes(array);
        }
        return all.toByteArray();
    }
}
