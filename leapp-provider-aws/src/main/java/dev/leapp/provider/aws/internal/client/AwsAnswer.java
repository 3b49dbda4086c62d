package dev.leapp.provider.aws.internal.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What a refusal says.
 *
 * <p>The SDK knows STS's own form of an error only. Some that speak for STS answer in EC2's form, one element deeper, which the AWS CLI reads, too.
 *
 * @param code AWS's error code, or the HTTP status
 * @param words AWS's words, which are not for users: they may repeat parts of the request
 */
public record AwsAnswer(String code, String words) {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9._-]{1,100})</Code>");

    private static final Pattern WORDS = Pattern.compile("<Message>([^<]{1,2000})</Message>");

    public static AwsAnswer of(AwsServiceException answer) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
        String body = details.map(AwsErrorDetails::rawResponse)
                .map(SdkBytes::asByteArray)
                .map(bytes -> new String(bytes, UTF_8))
                .orElse("");
        String code = details.map(AwsErrorDetails::errorCode)
                .or(() -> first(CODE, body))
                .orElse("HTTP " + answer.statusCode());
        String words = details.map(AwsErrorDetails::errorMessage)
                .or(() -> first(WORDS, body))
                .orElse("");
        return new AwsAnswer(code, words);
    }

    private static Optional<String> first(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
