package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.contract.ProviderChainContract;

class CredentialsFileContractTest extends ProviderChainContract {

    @Override
    protected ProviderChainFactory factory() {
        return new CredentialsFileFactory();
    }

    @Override
    protected Session session() {
        return Fixtures.session("aws-iam-user").build();
    }

    @Override
    protected Credentials credentials(int number) {
        return ChainFixture.credentials(Integer.toString(number));
    }

    @Override
    protected void writeForeignFiles() {
        ChainFixture.write(
                home.resolve(".aws/credentials"), "; mine\r\n[other]\r\naws_access_key_id=AKIA\r\n\r\n# end");
        ChainFixture.write(home.resolve(".aws/config"), "[default]\nregion = us-east-1\ns3 =\n  max_queue_size = 1\n");
    }

    @Override
    protected void occupy() {
        ChainFixture.write(
                home.resolve(".aws/credentials"),
                "[" + PROFILE + "]\n# my own key\naws_access_key_id=AKIA\naws_secret_access_key=mine\n\n[other]\nk=v");
    }
}
