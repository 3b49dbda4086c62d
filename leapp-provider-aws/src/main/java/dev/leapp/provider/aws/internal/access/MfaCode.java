package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.IssueContext;
import java.util.regex.Pattern;

/** Asks for the six digits that an MFA device shows. */
final class MfaCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private static final int ATTEMPTS = 3;

    private MfaCode() {}

    static String ask(IssueContext context, String device) {
        String session = context.session().name();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String code = context.interaction().askMfaCode(session, device).strip();
            if (SIX_DIGITS.matcher(code).matches()) {
                return code;
            }
            context.interaction().inform("An MFA code has six digits");
        }
        throw new CredentialException(
                CoreErrorCode.MFA_NEEDED,
                "Session " + session + " needs an MFA code, which has six digits",
                "start it again with the code that the device shows",
                null);
    }
}
