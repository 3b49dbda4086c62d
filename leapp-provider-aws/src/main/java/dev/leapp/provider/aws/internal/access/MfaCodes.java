package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets the six digits that a user's MFA device shows: from its seed if that is in the secret store, else from the program that the user
 * has named, else from whoever sits there.
 */
final class MfaCodes {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int ATTEMPTS = 3;

    private final PluginContext plugin;
    private final Pause pause;

    MfaCodes(PluginContext plugin, Pause pause) {
        this.plugin = plugin;
        this.pause = pause;
    }

    String of(IssueContext context, IamUser user, String device) {
        Optional<Secret> seed = user.secrets().get(IamUserFactory.MFA_SEED_ACCOUNT);
        if (seed.isPresent()) {
            return fromSeed(context, user, Seed.of(seed.get()));
        }
        return user.session()
                .setting(IamUserFactory.MFA_PROCESS)
                .map(line -> fromProgram(context, line))
                .orElseGet(() -> typed(context, device));
    }

    /** AWS takes a code once only: one that was used is not used again, but the next one awaited. */
    private String fromSeed(IssueContext context, IamUser user, Seed seed) {
        long now = Totp.step(plugin.clock().instant());
        long step = seed.lastStep() <= now + 1 ? Math.max(now, seed.lastStep() + 1) : now;
        awaitStep(context, step);
        user.secrets().put(IamUserFactory.MFA_SEED_ACCOUNT, new Seed(seed.base32(), step).toSecret());
        return Totp.code(seed.base32(), step);
    }

    /**
     * What the secret store keeps of a virtual device.
     *
     * @param base32 its seed
     * @param lastStep the step whose code was used last, -1 if none was
     */
    private record Seed(String base32, long lastStep) {

        private static final Pattern KEPT = Pattern.compile("([^#]*)#([0-9]{1,12})");

        static Seed of(Secret kept) {
            Matcher matcher = KEPT.matcher(kept.reveal());
            return matcher.matches()
                    ? new Seed(matcher.group(1), Long.parseLong(matcher.group(2)))
                    : new Seed(kept.reveal(), -1);
        }

        Secret toSecret() {
            return Secret.of(base32 + "#" + lastStep);
        }

        @Override
        public String toString() {
            return "Seed[redacted]";
        }
    }

    private void awaitStep(IssueContext context, long step) {
        Instant start = Totp.startOf(step);
        boolean told = false;
        try {
            while (plugin.clock().instant().isBefore(start)) {
                if (!told) {
                    context.interaction().progress("Waiting for the next MFA code: the last one was used already");
                    told = true;
                }
                pause.rest(Duration.between(plugin.clock().instant(), start));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(
                    CoreErrorCode.CANCELLED,
                    "Session " + context.session().name() + ": cancelled while waiting for an MFA code",
                    null,
                    e);
        }
    }

    private String fromProgram(IssueContext context, String line) {
        context.interaction().progress("Asking the MFA program for a code");
        try (Secret output = new ExternalCommand(IamUserFactory.MFA_PROCESS, line, plugin.clock()).output(context)) {
            return checked(context, output.reveal());
        }
    }

    private static String checked(IssueContext context, String code) {
        if (!SIX_DIGITS.matcher(code).matches()) {
            throw noCode(context);
        }
        return code;
    }

    private static String typed(IssueContext context, String device) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String code = context.interaction()
                    .askMfaCode(context.session().name(), device)
                    .strip();
            if (SIX_DIGITS.matcher(code).matches()) {
                return code;
            }
            context.interaction().inform("An MFA code has six digits");
        }
        throw noCode(context);
    }

    private static CredentialException noCode(IssueContext context) {
        return new CredentialException(
                CoreErrorCode.MFA_NEEDED,
                "Session " + context.session().name() + " needs an MFA code, which has six digits",
                "start it again with the code that the device shows",
                null);
    }
}
