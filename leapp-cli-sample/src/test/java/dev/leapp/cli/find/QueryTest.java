package dev.leapp.cli.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.SessionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final SessionView SESSION = view(Session.builder(
                    new SessionId("abcd-1"), "Payments Prod (EU)", new SessionType("aws-iam-role-chained"), "eu-west-1")
            .setting("roleArn", "arn:aws:iam::123456789012:role/AdministratorAccess")
            .tag("env", "prod")
            .tag("audited", Session.SET)
            .tag(Session.FAVOURITE, Session.SET)
            .chain("aws-credential-process")
            .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "prod",
                "PROD payments",
                "paym*(EU)",
                "name:\"prod (eu\"",
                "\"Payments Prod\"",
                "type:aws",
                "type:*-chained",
                "status:inactive",
                "status:in*",
                "-status:active",
                "region:eu-*",
                "region:EU-WEST-1",
                "profile:ops",
                "account:123456789012",
                "account:1234*",
                "role:admin",
                "tag:prod",
                "tag:env",
                "tag:env=prod",
                "tag:env=*",
                "tag:audited",
                "chain:aws-credential-process",
                "id:abcd*",
                "favourite",
                "Favorite",
                "tag:prod role:Admin type:aws region:eu-* -tag:test favourite pay",
            })
    void fits(String query) {
        assertThat(query(query)).accepts(SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test",
                "pp",
                "prod*",
                "-prod",
                "status:active",
                "region:eu",
                "profile:op",
                "account:1234",
                "tag:pro",
                "tag:true",
                "tag:env=test",
                "-favourite",
                "prod test",
                "id:abcd",
            })
    void fitsNot(String query) {
        assertThat(query(query)).rejects(SESSION);
    }

    @Test
    void whatComesFromAnIntegrationIsFoundByItsName() {
        SessionView synced = from("corp-id", Optional.empty());
        SessionView orphan = from("corp-id", Optional.of(Instant.EPOCH));

        assertThat(query("integration:corp")).accepts(synced, orphan).rejects(SESSION);
        assertThat(query("integration:co* -is:orphaned")).accepts(synced).rejects(orphan);
        assertThat(query("integration:corp-id is:orphaned")).accepts(orphan);
        assertThat(query("integration:other")).rejects(synced, SESSION);
        assertThat(query("is:synced")).accepts(synced).rejects(SESSION);
        assertThat(query("is:favourite")).accepts(SESSION).rejects(synced);
        assertThat(query("account:210987654321 role:ReadOnly")).accepts(synced).rejects(SESSION);
        assertThatThrownBy(() -> query("is:lost")).hasMessage("Nothing is 'lost'");
    }

    private static SessionView from(String integration, Optional<Instant> orphanedSince) {
        return view(Session.builder(new SessionId("s"), "s", new SessionType("aws-sso-role"), "eu-west-1")
                .origin(new SessionOrigin(new IntegrationId(integration), "210987654321/ReadOnly", orphanedSince))
                .build());
    }

    private static Predicate<SessionView> query(String text) {
        return new Query(Map.of(new IntegrationId("corp-id"), "corp")).parse(text);
    }

    @Test
    void aWrongKeyNamesTheKeys() {
        assertThatThrownBy(() -> query("stage:prod")).isInstanceOfSatisfying(LeappException.class, error -> {
            assertThat(error).hasMessage("There is no key 'stage' to filter by");
            assertThat(error.hint().orElseThrow())
                    .startsWith(
                            "there are name, type, status, region, profile, account, role, tag, chain, integration, is, id,");
        });
        assertThatThrownBy(() -> query("status:actve")).hasMessage("There is no status 'actve'");
        assertThatThrownBy(() -> query("region:")).hasMessage("'region:' needs a value");
        assertThatThrownBy(() -> query("\"a")).hasMessageContaining("not closed");
    }

    @Test
    void termsAreJoinedByAndAndTurnedAroundByAHyphen() {
        Random random = new Random(25);
        for (int i = 0; i < 2000; i++) {
            List<String> terms = new ArrayList<>();
            random.ints(1 + random.nextInt(4), 0, TERMS.size()).forEach(term -> terms.add(TERMS.get(term)));
            SessionView session = random(random);
            boolean all = terms.stream().allMatch(term -> query(term).test(session));
            assertThat(query(String.join(" ", terms)).test(session))
                    .as("%s", terms)
                    .isEqualTo(all);
            terms.forEach(term -> assertThat(query("-" + term).test(session))
                    .as(term)
                    .isNotEqualTo(query(term).test(session)));
        }
    }

    @Test
    void everyNameIsFoundByItselfInQuotes() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            SessionView session = random(random);
            String name = session.session().name();
            assertThat(query("\"" + name + "\"")).as(name).accepts(session);
            assertThat(query("name:\"" + name + "\"")).as(name).accepts(session);
        }
    }

    @Test
    void anyTextIsAQueryOrAUsageError() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            String text = text(random, "ab:-\"* ?=\\(n\u00e9", random.nextInt(12));
            try {
                assertThat(query(text).test(SESSION)).isIn(true, false);
            } catch (LeappException usage) {
                assertThat(usage.getMessage()).isNotBlank();
            }
        }
    }

    private static final List<String> TERMS = List.of(
            "a", "b*", "favourite", "tag:x", "tag:env=b", "region:a*", "status:inactive", "type:aws", "name:\"a b\"");

    private static SessionView random(Random random) {
        Session.Builder session = Session.builder(
                new SessionId("id-" + random.nextInt(100)),
                "n" + text(random, "ab *?(\u00e9", random.nextInt(8)),
                new SessionType(random.nextBoolean() ? "aws-iam-user" : "azure-tenant"),
                text(random, "ab-", 3));
        if (random.nextBoolean()) {
            session.tag("x", text(random, "ab", 2));
        }
        return view(session.tag("env", text(random, "ab", 1)).build());
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
        return text.toString();
    }

    private static SessionView view(Session session) {
        return new SessionView(session, SessionState.inactive(), SessionStatus.INACTIVE, "ops");
    }
}
