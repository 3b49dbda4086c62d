package dev.leapp.provider.aws.internal.iam;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.StatusType;

/** What a user asks IAM about his own access keys. Thread-safe; every call throws {@link CredentialException} if IAM refuses or can't be reached. */
public final class IamCalls {

    private final PluginContext context;
    private final ClientSetup setup;

    public IamCalls(PluginContext context) {
        this.context = context;
        this.setup = new ClientSetup(context);
    }

    public List<AccessKeyFacts> keys(Session session, StsCaller caller, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                "list its access keys",
                iam -> iam.listAccessKeys().accessKeyMetadata().stream()
                        .map(key -> new AccessKeyFacts(
                                key.accessKeyId(), key.createDate(), key.status() == StatusType.ACTIVE))
                        .toList());
    }

    public LongTermKey create(Session session, StsCaller caller, Instant deadline) {
        return call(session, caller, deadline, "create an access key", iam -> {
            AccessKey key = iam.createAccessKey().accessKey();
            return new LongTermKey(key.accessKeyId(), Secret.of(key.secretAccessKey()));
        });
    }

    /** Tells whether a key was ever used. */
    public boolean wasUsed(Session session, StsCaller caller, String keyId, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                "see when an access key was used",
                iam -> iam.getAccessKeyLastUsed(request -> request.accessKeyId(keyId))
                                .accessKeyLastUsed()
                                .lastUsedDate()
                        != null);
    }

    /** Makes a key unusable; one that is not there is fine. */
    public void deactivate(Session session, StsCaller caller, String keyId, Instant deadline) {
        call(
                session,
                caller,
                deadline,
                "deactivate an access key",
                unlessGone(iam -> iam.updateAccessKey(
                        request -> request.accessKeyId(keyId).status(StatusType.INACTIVE))));
    }

    /** Removes a key; one that is not there is fine. */
    public void delete(Session session, StsCaller caller, String keyId, Instant deadline) {
        call(
                session,
                caller,
                deadline,
                "delete an access key",
                unlessGone(iam -> iam.deleteAccessKey(request -> request.accessKeyId(keyId))));
    }

    private static Function<IamClient, Boolean> unlessGone(Consumer<IamClient> call) {
        return iam -> {
            try {
                call.accept(iam);
                return true;
            } catch (NoSuchEntityException e) {
                return false;
            }
        };
    }

    private <T> T call(Session session, StsCaller caller, Instant deadline, String what, Function<IamClient, T> call) {
        IamPlace place = IamPlace.of(session.region(), context.environment());
        Duration budget = setup.budget(deadline, "AWS IAM for session " + session.name());
        try (IamClient iam =
                setup.client(IamClient.builder(), place.signingRegion(), place.url(), caller.credentials(), budget)) {
            return call.apply(iam);
        } catch (SdkException e) {
            throw new IamTrouble(session.name(), what, place.url()).explain(e);
        }
    }
}
