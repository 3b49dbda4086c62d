package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads and checks a Signature Version 4, as the AWS General Reference describes it.
 *
 * @param accessKeyId by which key the request claims to be signed
 * @param scope date, region, service and the fixed ending
 * @param signedHeaders the names of the headers that count
 * @param signature the signature in hexadecimal
 */
record SigV4(String accessKeyId, String scope, List<String> signedHeaders, String signature) {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256\\s+Credential=([^/]+)/([^,]+),\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]{64})");

    static Optional<SigV4> of(StsRequest request) {
        Matcher matcher = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        return matcher.matches()
                ? Optional.of(new SigV4(
                        matcher.group(1),
                        matcher.group(2),
                        List.of(matcher.group(3).split(";", -1)),
                        matcher.group(4)))
                : Optional.empty();
    }

    boolean matches(StsRequest request, String secretAccessKey) {
        byte[] expected = sign(request, secretAccessKey);
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature));
    }

    private byte[] sign(StsRequest request, String secretAccessKey) {
        String toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date").orElse("") + "\n" + scope + "\n"
                + hash(canonical(request));
        byte[] key = ("AWS4" + secretAccessKey).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return hmac(key, toSign);
    }

    private String canonical(StsRequest request) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.header(name).orElse("").replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        String path = request.uri().getRawPath();
        return String.join(
                "\n",
                request.method(),
                path.isEmpty() ? "/" : path,
                query(request),
                headers,
                String.join(";", signedHeaders),
                hash(request.body()));
    }

    private static String query(StsRequest request) {
        String raw = request.uri().getRawQuery();
        return raw == null ? "" : Arrays.stream(raw.split("&", -1)).sorted().collect(Collectors.joining("&"));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
