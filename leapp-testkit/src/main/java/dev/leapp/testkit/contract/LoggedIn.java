package dev.leapp.testkit.contract;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.Pace;
import java.util.Optional;

/** Who is logged in, as a listing sees it. */
record LoggedIn(Integration integration, Credentials login, Optional<Credentials> second, Pace pace)
        implements IntegrationLogin {

    @Override
    public Secret accessToken() {
        return login.secret(IntegrationProvider.ACCESS_TOKEN);
    }

    @Override
    public Secret accessTokenInsteadOf(Secret refused) {
        return second.map(other -> other.secret(IntegrationProvider.ACCESS_TOKEN))
                .orElseThrow(() ->
                        new CredentialException(CoreErrorCode.LOGIN_NEEDED, "Nobody is logged in", "log in", null));
    }
}
