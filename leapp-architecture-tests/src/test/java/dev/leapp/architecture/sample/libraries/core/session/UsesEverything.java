package dev.leapp.architecture.sample.libraries.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.javakeyring.Keyring;
import com.sun.jna.Pointer;
import java.util.logging.Logger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

record UsesEverything(
        JsonNode json,
        Keyring keyring,
        Pointer pointer,
        Logger logger,
        Argon2BytesGenerator argon2,
        CommandLine command,
        AwsCredentials credentials) {}
