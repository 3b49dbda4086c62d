package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Temporary credentials for an IAM user, by GetSessionToken. */
public final class IamUserFactory implements AccessMethodFactory {

    public static final SessionType TYPE = new SessionType("aws-iam-user");

    /** The accounts that Leapp's desktop app uses, so that what it stored is found. */
    public static final String ACCESS_KEY_ACCOUNT = "iam-user-aws-session-access-key-id";

    public static final String SECRET_KEY_ACCOUNT = "iam-user-aws-session-secret-access-key";

    /** The device of the user; also a request's parameter, for who hangs on the user and has a device of its own. */
    public static final String MFA_DEVICE = "mfaDevice";

    static final String MFA_PROCESS = "mfaProcess";

    /** Ours: the desktop app knows no seeds. */
    static final String MFA_SEED_ACCOUNT = "iam-user-mfa-seed";

    static final String DURATION = "duration";

    @Override
    public AccessMethodDescriptor descriptor() {
        return new AccessMethodDescriptor(
                        TYPE,
                        "IAM User",
                        List.of(accessKeyId(), secretAccessKey(), mfaDevice(), mfaProcess(), mfaSeed(), duration()))
                .withFurtherSecretAccounts(Set.of(KeyRotation.ACCOUNT));
    }

    @Override
    public List<String> notes(Session session) {
        return Partitions.notes(session, MFA_DEVICE);
    }

    @Override
    public AccessMethod create(PluginContext context) {
        return new IamUserAccessMethod(context, new StsCalls(context), new MfaCodes(context, Pause.real()));
    }

    private static FieldSpec accessKeyId() {
        return FieldSpec.builder("accessKeyId", "Access key id")
                .help("the id of the user's access key, such as AKIAIOSFODNN7EXAMPLE")
                .inSecretStore(ACCESS_KEY_ACCOUNT)
                .aliases("accessKey")
                .pattern("[A-Z0-9]{16,128}", "must be 16 to 128 capital letters and digits")
                .build();
    }

    private static FieldSpec secretAccessKey() {
        return FieldSpec.builder("secretAccessKey", "Secret access key")
                .help("kept in the secret store only")
                .secret(SECRET_KEY_ACCOUNT)
                .aliases("secretKey")
                .pattern("[!-~]{16,256}", "must be 16 to 256 characters without spaces")
                .build();
    }

    static FieldSpec mfaDevice() {
        return FieldSpec.builder(MFA_DEVICE, "MFA device")
                .help("its ARN, or the serial number of a hardware device; leave empty for none")
                .optional()
                .aliases("mfaDeviceArn")
                .pattern("[\\w+=/:,.@-]{9,256}", "must be an ARN or a serial number of 9 to 256 characters")
                .build();
    }

    private static FieldSpec mfaProcess() {
        return FieldSpec.builder(MFA_PROCESS, "MFA program")
                .help("prints a code of the device, such as: ykman oath accounts code -s aws; run without a shell")
                .advanced()
                .check(ExternalCommand::problemWith)
                .build();
    }

    private static FieldSpec mfaSeed() {
        return FieldSpec.builder("mfaSeed", "MFA seed")
                .help("of a virtual device, in Base32: no code is asked then. Whoever opens the secret store has both"
                        + " factors, so prefer a program that asks")
                .secret(MFA_SEED_ACCOUNT)
                .advanced()
                .check(seed -> Totp.isSeed(seed) ? Optional.empty() : Optional.of("must be at least 16 Base32 digits"))
                .build();
    }

    private static FieldSpec duration() {
        return FieldSpec.builder(DURATION, "Duration")
                .help("how long credentials live: 900 to 129600 seconds, such as PT10H or 36000")
                .defaultValue(SessionDuration.STANDARD)
                .check(SessionDuration::problemWith)
                .build();
    }
}
