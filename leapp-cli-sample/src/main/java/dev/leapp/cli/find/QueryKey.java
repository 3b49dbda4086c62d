package dev.leapp.cli.find;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a term of a {@link Query} can be about. Values are compared as a whole or as a glob; of some, a part is enough. */
enum QueryKey {
    NAME,
    TYPE,
    STATUS,
    REGION,
    PROFILE,
    ACCOUNT,
    ROLE,
    TAG,
    CHAIN,
    INTEGRATION,
    IS,
    ID;

    private static final Set<QueryKey> PARTLY = EnumSet.of(NAME, TYPE, ROLE);

    static QueryKey of(String name) {
        return Arrays.stream(values())
                .filter(key -> key.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Usage.error(
                        "There is no key '" + name + "' to filter by",
                        "there are " + names(values())
                                + ", and the word favourite; quote what has a colon: name:\"a:b\""));
    }

    /** Tells whether a session has a value under this key. */
    Predicate<SessionView> holds(String value, Map<IntegrationId, String> integrations) {
        if (value.isEmpty()) {
            throw Usage.error("'" + this + ":' needs a value", "a value may have * and ?, as in region:eu-*");
        }
        if (this == STATUS) {
            requireStatus(value);
        }
        if (this == IS) {
            return quality(value);
        }
        boolean part = PARTLY.contains(this) && !Glob.isGlob(value);
        Glob glob = Glob.of(part ? "*" + value + "*" : value);
        return view -> texts(view, integrations).anyMatch(glob::matches);
    }

    private Stream<String> texts(SessionView view, Map<IntegrationId, String> integrations) {
        Session session = view.session();
        return switch (this) {
            case NAME -> Stream.of(session.name());
            case TYPE -> Stream.of(session.type().value());
            case STATUS -> Stream.of(view.status().toString());
            case REGION -> Stream.of(session.region());
            case PROFILE -> view.profileName().stream();
            case ACCOUNT -> SessionFacts.account(session).stream();
            case ROLE -> SessionFacts.role(session).stream();
            case TAG -> session.tags().entrySet().stream().flatMap(QueryKey::spellings);
            case CHAIN -> session.chain().stream();
            case INTEGRATION ->
                session.origin().stream()
                        .map(SessionOrigin::integration)
                        .flatMap(id -> Stream.of(id.value(), integrations.getOrDefault(id, id.value())));
            case IS -> Stream.empty();
            case ID -> Stream.of(session.id().value());
        };
    }

    private static Predicate<SessionView> quality(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "orphaned" -> view -> SessionFacts.isOrphaned(view.session());
            case "synced" -> view -> view.session().origin().isPresent();
            case "favourite", "favorite" -> view -> view.session().isFavourite();
            default ->
                throw Usage.error(
                        "Nothing is '" + value + "'",
                        "there are is:orphaned, is:synced (it comes from an integration) and is:favourite");
        };
    }

    private static void requireStatus(String value) {
        Glob glob = Glob.of(value);
        if (Arrays.stream(SessionStatus.values()).noneMatch(status -> glob.matches(status.toString()))) {
            throw Usage.error("There is no status '" + value + "'", "there are " + names(SessionStatus.values()));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A tag is named by its label, by its value if the user gave one, or by both. */
    private static Stream<String> spellings(Map.Entry<String, String> tag) {
        return tag.getValue().equals(Session.SET)
                ? Stream.of(tag.getKey())
                : Stream.of(tag.getKey(), tag.getValue(), tag.getKey() + "=" + tag.getValue());
    }

    private static String names(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
    }
}
