package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/**
 * What narrows a role's rights for one session: an inline policy, or the ARNs of managed ones.
 *
 * @param json the inline policy, empty if it is ARNs
 * @param arns the managed policies
 */
record SessionPolicy(Optional<String> json, List<String> arns) {

    private static final int LONGEST = 2048;
    private static final int MOST = 10;
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:iam::(?:aws|[0-9]{12}):policy/[\\w+=,.@/-]+");

    static Optional<String> problemWith(String text) {
        SessionPolicy policy = parse(text);
        boolean fits = policy.json()
                .map(json -> json.length() <= LONGEST && json.endsWith("}"))
                .orElseGet(() -> policy.arns().size() <= MOST
                        && policy.arns().stream()
                                .allMatch(arn -> ARN.matcher(arn).matches()));
        return fits
                ? Optional.empty()
                : Optional.of("must be a JSON policy of up to 2048 characters, or up to 10 ARNs of policies, with"
                        + " commas between them");
    }

    static SessionPolicy parse(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{")
                ? new SessionPolicy(Optional.of(stripped), List.of())
                : new SessionPolicy(Optional.empty(), SessionTags.parts(stripped));
    }

    /** Puts the policy of a session, if it has one, into a request. */
    static void put(Session session, Consumer<String> json, Consumer<Collection<PolicyDescriptorType>> arns) {
        session.setting(RoleFields.SESSION_POLICY).map(SessionPolicy::parse).ifPresent(policy -> {
            policy.json().ifPresent(json);
            arns.accept(policy.descriptors());
        });
    }

    /** Returns the managed policies as STS takes them. */
    private List<PolicyDescriptorType> descriptors() {
        return arns.stream()
                .map(arn -> PolicyDescriptorType.builder().arn(arn).build())
                .toList();
    }
}
