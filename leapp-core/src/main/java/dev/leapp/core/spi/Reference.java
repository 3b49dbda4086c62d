package dev.leapp.core.spi;

/**
 * What a field can refer to. A user gives a name or an id; the setting is the id, so that what is referred to can be renamed, and is
 * not deleted by accident.
 *
 * @since 0.1
 */
public enum Reference {
    /** Another session, by its id or name. A session that would hang on itself is refused. */
    SESSION,
    /** An identity provider's URL, by its id or as the URL itself, which is added to the workspace if it is not there. */
    IDP_URL,
    /** An integration, by its id or name. */
    INTEGRATION
}
