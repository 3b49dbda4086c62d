package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A role, or the way to it, does not allow credentials to live that long. */
public final class DurationCappedException extends CredentialException {

    private static final long serialVersionUID = 1L;

    DurationCappedException(String session, String code, AwsServiceException answer) {
        super(
                CoreErrorCode.REFUSED_BY_CLOUD,
                "AWS does not let the credentials of session " + session + " live that long (" + code + ")",
                "ask for less: leapp session edit '" + session + "' --duration PT1H",
                answer,
                code,
                answer.requestId());
    }
}
