package dev.leapp.testkit.cloud;

/**
 * An IAM user that a {@link LocalSts} knows.
 *
 * @param name the user's name
 * @param accessKeyId the id of the long-term access key
 * @param secretAccessKey the key that requests must be signed with
 * @since 0.1
 */
public record StsUser(String name, String accessKeyId, String secretAccessKey) {

    /** Returns the name and the key's id, not the key. */
    @Override
    public String toString() {
        return "StsUser[" + name + ", " + accessKeyId + "]";
    }
}
