package dev.leapp.provider.aws.internal.sts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The error code in AWS's answer. The SDK finds it in the envelope of STS ({@code ErrorResponse/Error}); servers that speak for AWS
 * also use the one of EC2 ({@code Errors/Error}), as the AWS CLI understands too.
 */
final class AnswerCode {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z][A-Za-z0-9.]{0,63})</Code>");

    private AnswerCode() {}

    static String of(AwsServiceException answer) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
        return details.map(AwsErrorDetails::errorCode)
                .or(() -> details.map(AwsErrorDetails::rawResponse).flatMap(AnswerCode::in))
                .orElse("HTTP " + answer.statusCode());
    }

    private static Optional<String> in(SdkBytes body) {
        Matcher code = CODE.matcher(new String(body.asByteArray(), StandardCharsets.UTF_8));
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
