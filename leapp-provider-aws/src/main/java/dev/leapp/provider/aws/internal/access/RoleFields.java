package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.spi.FieldSpec;
import java.util.List;

/** The fields of sessions that assume a role. */
final class RoleFields {

    static final String ROLE_ARN = "roleArn";
    static final String DURATION = "duration";
    static final String ROLE_SESSION_NAME = "roleSessionName";
    static final String EXTERNAL_ID = "externalId";
    static final String SOURCE_IDENTITY = "sourceIdentity";
    static final String SESSION_TAGS = "sessionTags";
    static final String TRANSITIVE_TAGS = "transitiveTags";
    static final String SESSION_POLICY = "sessionPolicy";

    static final String ARN = "arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}";

    private RoleFields() {}

    static FieldSpec roleArn() {
        return role("such as arn:aws:iam::123456789012:role/Admin").build();
    }

    /** One that an identity provider offers: it may be left to the user. */
    static FieldSpec offeredRoleArn() {
        return role("such as arn:aws:iam::123456789012:role/Admin; asked at the start if several are offered and none is"
                        + " given")
                .optional()
                .build();
    }

    private static FieldSpec.Builder role(String help) {
        return FieldSpec.builder(ROLE_ARN, "Role ARN")
                .help(help)
                .pattern(ARN, "must be a role's ARN, such as arn:aws:iam::123456789012:role/Admin");
    }

    static FieldSpec duration(String help) {
        return FieldSpec.builder(DURATION, "Duration")
                .help(help)
                .optional()
                .check(RoleDuration::problemWith)
                .build();
    }

    static FieldSpec roleSessionName() {
        return FieldSpec.builder(ROLE_SESSION_NAME, "Role session name")
                .help("what CloudTrail shows; {session} and {user} are filled in")
                .advanced()
                .defaultValue(RoleSessionName.STANDARD)
                .check(RoleSessionName::problemWith)
                .build();
    }

    static FieldSpec sessionPolicy() {
        return FieldSpec.builder(SESSION_POLICY, "Session policy")
                .help("what of the role's rights is wanted: a JSON policy, or up to 10 ARNs of policies")
                .advanced()
                .check(SessionPolicy::problemWith)
                .build();
    }

    /** What only a signed AssumeRole takes. */
    static List<FieldSpec> assumeRoleOnly() {
        return List.of(
                FieldSpec.builder(EXTERNAL_ID, "External id")
                        .help("what a third party's role asks for")
                        .advanced()
                        .pattern("[\\w+=,.@:/-]{2,1224}", "must be 2 to 1224 letters, digits or any of +=,.@:/-")
                        .build(),
                FieldSpec.builder(SOURCE_IDENTITY, "Source identity")
                        .help("who is behind it, through all further roles")
                        .advanced()
                        .pattern("[\\w+=,.@-]{2,64}", "must be 2 to 64 letters, digits or any of +=,.@-")
                        .build(),
                FieldSpec.builder(SESSION_TAGS, "Session tags")
                        .help("such as team=core,project=apollo")
                        .advanced()
                        .check(SessionTags::problemWith)
                        .build(),
                FieldSpec.builder(TRANSITIVE_TAGS, "Transitive tags")
                        .help("keys of session tags that go along to further roles, such as team,project")
                        .advanced()
                        .pattern("[^,]{1,128}(,[^,]{1,128}){0,49}", "must be tag keys with commas between them")
                        .build());
    }
}
