package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;

/** Checks the URLs of identity providers. */
final class IdpUrls {

    private IdpUrls() {}

    static IdpUrl checked(IdpUrlId id, String url) {
        try {
            return new IdpUrl(id, url);
        } catch (IllegalArgumentException e) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "'" + url + "' is not a URL of an identity provider",
                    "it begins with https:// (or http://) and has no white space",
                    e);
        }
    }
}
