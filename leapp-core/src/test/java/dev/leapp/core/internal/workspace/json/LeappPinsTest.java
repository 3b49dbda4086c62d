package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.differences;
import static dev.leapp.core.internal.workspace.json.LeappFixture.document;
import static dev.leapp.core.internal.workspace.json.LeappFixture.edit;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The desktop app's pins are the favourites. */
class LeappPinsTest {

    @Test
    void whatTheDesktopAppPinnedIsAFavourite() throws Exception {
        LeappDocument document = document();

        assertThat(session(document, LeappFixture.PLAIN_USER).isFavourite()).isTrue();
        assertThat(session(document, LeappFixture.CHAINED).tags()).isEmpty();
    }

    @Test
    void aNewFavouriteIsPinnedAndNothingElseChanges() throws Exception {
        LeappDocument before = document();

        LeappDocument after =
                edit(before, LeappFixture.CHAINED, session -> session.tag(Session.FAVOURITE, Session.SET));

        assertThat(differences(tree(before), tree(after))).containsExactly("/_pinned");
        assertThat(pins(after)).containsExactly(LeappFixture.PLAIN_USER, LeappFixture.CHAINED);
        assertThat(session(after, LeappFixture.CHAINED).isFavourite()).isTrue();
    }

    @Test
    void noFavouriteAnyMoreIsUnpinned() throws Exception {
        LeappDocument after = edit(document(), LeappFixture.PLAIN_USER, session -> session.tag(Session.FAVOURITE, ""));

        assertThat(pins(after)).isEmpty();
    }

    @Test
    void thePinOfADeletedSessionGoesAndOfOthersStays() throws Exception {
        LeappDocument before = changed(root -> root.withArray("_pinned").add("gone-long-ago"));

        LeappDocument after = edit(
                before,
                workspace -> workspace
                        .removeSession(new SessionId(LeappFixture.CHAINED))
                        .removeSession(new SessionId(LeappFixture.PLAIN_USER)));

        assertThat(pins(after)).containsExactly("gone-long-ago");
    }

    @Test
    void withoutPinsTheListIsMadeWhenItIsNeeded() throws Exception {
        LeappDocument before = changed(root -> root.remove("_pinned"));

        assertThat(tree(edit(before, LeappFixture.CHAINED, session -> session.name("x")))
                        .has("_pinned"))
                .isFalse();
        assertThat(pins(edit(before, LeappFixture.CHAINED, session -> session.tag(Session.FAVOURITE, Session.SET))))
                .containsExactly(LeappFixture.CHAINED);
    }

    @Test
    void otherTagsDontStandAmongThePins() throws Exception {
        LeappDocument after = edit(
                document(),
                LeappFixture.CHAINED,
                session -> session.tag("team", "core").tag(Session.FAVOURITE, Session.SET));

        assertThat(session(tree(after), LeappFixture.CHAINED)
                        .at("/leappForJvm/tags")
                        .toString())
                .isEqualTo("{\"team\":\"core\"}");
    }

    @Test
    void pinsThatAreNoListAreDamage() {
        assertThatThrownBy(() -> changed(root -> root.put("_pinned", "x")))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("'_pinned' is no list");
    }

    @Test
    void pinsOfUnknownSessionsAreKeptByAnUpgrade() throws Exception {
        LeappDocument before = changed(root -> root.withArray("_pinned").add("gone-long-ago"));

        assertThat(ExactJson.parse(before.upgraded(1, "upgrade").toBytes()).at("/desktopApp/_pinned"))
                .hasSize(2);
    }

    private static List<String> pins(LeappDocument document) {
        return StreamSupport.stream(tree(document).path("_pinned").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
