package dev.leapp.provider.aws.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.integration.plan.SyncPlanner;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a sync calls a profile can stand in the AWS files, whatever accounts are called. */
class SyncedNamesTest {

    private static final IntegrationId CORP = new IntegrationId("corp");
    private static final String ODD = "[]\"'`\\#;= \t\n\u0000\u001b\u007f\u0085\u00a0\u200b\u202e\u2028\u2029\u3000";

    @Test
    void anyNameThatASyncMakesIsASafeSectionName() {
        Random random = new Random(20261130);
        List<UpstreamAccount> accounts = new ArrayList<>();
        List<UpstreamSession> sessions = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            UpstreamAccount account = new UpstreamAccount(i + text(random) + "x", text(random));
            accounts.add(account);
            sessions.add(UpstreamSession.builder(new SessionType("aws-sso-role"), account, "r" + text(random))
                    .build());
        }
        Integration corp = new Integration(CORP, "corp", "aws-sso", Map.of("profileTemplate", "{account}"));
        Listing listing = new Listing(
                CORP, "source", Instant.EPOCH, new SyncFilter(List.of(), List.of()), accounts, sessions, List.of());

        List<Added> added = new SyncPlanner(
                        corp,
                        listing,
                        false,
                        Instant.EPOCH,
                        () -> UUID.randomUUID().toString())
                .plan(Workspace.builder().build())
                .plan()
                .added();

        assertThat(added).hasSizeGreaterThan(2_900);
        for (Added each : added) {
            assertThatCode(() -> SectionName.inConfig(each.profile())).doesNotThrowAnyException();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            switch (random.nextInt(3)) {
                case 0 -> text.append((char) ('a' + random.nextInt(26)));
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
        }
        return text.toString();
    }
}
