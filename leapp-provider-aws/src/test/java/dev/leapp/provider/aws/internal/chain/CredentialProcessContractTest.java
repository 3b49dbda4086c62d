package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.contract.ProviderChainContract;

class CredentialProcessContractTest extends ProviderChainContract {

    @Override
    protected ProviderChainFactory factory() {
        return new CredentialProcessFactory();
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
        ChainFixture.write(home.resolve(".aws/config"), "[default]\nregion = us-east-1\ns3 =\n  max_queue_size = 1");
    }

    @Override
    protected void occupy() {
        ChainFixture.write(
                home.resolve(".aws/config"),
                "[profile " + PROFILE
                        + "]\nsource_profile = other\nrole_arn = arn:aws:iam::123456789012:role/r\n# end\n");
    }
}
