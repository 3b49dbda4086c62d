package dev.leapp.testkit.cloud;

import java.time.Instant;

/** The answers of AWS's Query protocol, in the shapes of the STS API reference (2011-06-15). */
final class StsXml {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private StsXml() {}

    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    static String response(String action, String result, String requestId) {
        return "<" + action + "Response xmlns=\"" + NAMESPACE + "\"><" + action + "Result>" + result + "</" + action
                + "Result><ResponseMetadata>" + element("RequestId", requestId) + "</ResponseMetadata></" + action
                + "Response>";
    }

    static String error(StsFailure failure, String requestId) {
        return "<ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error>" + element("Type", failure.type())
                + element("Code", failure.code()) + element("Message", failure.message()) + "</Error>"
                + element("RequestId", requestId) + "</ErrorResponse>";
    }

    static String credentials(String accessKeyId, String secretAccessKey, String token, Instant expiration) {
        return "<Credentials>" + element("AccessKeyId", accessKeyId) + element("SecretAccessKey", secretAccessKey)
                + element("SessionToken", token) + element("Expiration", expiration.toString()) + "</Credentials>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
