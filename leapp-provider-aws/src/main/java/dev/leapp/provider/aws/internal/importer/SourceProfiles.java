package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows {@code source_profile} from role to role, however far: which session each role hangs on, or why on none. */
final class SourceProfiles {

    private final Map<String, ProfileParts> profiles;
    private final Map<String, Parent> parents = new HashMap<>();

    /**
     * What a role hangs on.
     *
     * @param session the session, empty if there is a problem
     * @param problem why there is none
     */
    record Parent(Optional<SessionId> session, String problem) {

        static Parent of(SessionId session) {
            return new Parent(Optional.of(session), "");
        }

        static Parent none(String problem) {
            return new Parent(Optional.empty(), problem);
        }
    }

    SourceProfiles(Map<String, ProfileParts> profiles) {
        this.profiles = profiles;
    }

    /** Returns the parent of a profile whose role is good. */
    Parent of(String profile) {
        Set<String> way = new LinkedHashSet<>();
        String at = profile;
        while (!parents.containsKey(at) && way.add(at)) {
            String source = source(at);
            if (source.equals(at) || !hangsOnAnother(source)) {
                parents.put(at, direct(at, source));
            } else {
                at = source;
            }
        }
        settle(new ArrayList<>(way), at);
        return parents.getOrDefault(profile, Parent.none("its source_profile can't be followed"));
    }

    /** Gives all on the way their parents, from its end to its beginning. */
    private void settle(List<String> way, String end) {
        if (!parents.containsKey(end)) {
            List<String> loop = new ArrayList<>(way.subList(way.indexOf(end), way.size()));
            String words = String.join(" > ", loop) + " > " + end;
            loop.forEach(name -> parents.put(name, Parent.none("source_profile leads back to itself: " + words)));
        }
        for (int i = way.size() - 1; i >= 0; i--) {
            parents.computeIfAbsent(way.get(i), this::hangingOn);
        }
    }

    private Parent hangingOn(String name) {
        String source = source(name);
        Parent above = parents.get(source);
        return above != null && above.session().isPresent() ? Parent.of(DerivedIds.session(source)) : cannot(source);
    }

    private Parent direct(String name, String source) {
        ProfileParts parts = profiles.get(source);
        if (parts == null) {
            return Parent.none("its source_profile '" + source + "' is in neither file");
        }
        if (parts.published().isPresent()) {
            return Parent.of(parts.published().get());
        }
        if (parts.keys().isGood()) {
            return Parent.of(parts.keysId());
        }
        if (source.equals(name)) {
            return Parent.none("its source_profile is itself, but it has no access key");
        }
        return !parts.role().present() && parts.sso().isGood() ? Parent.of(DerivedIds.session(source)) : cannot(source);
    }

    private static Parent cannot(String source) {
        return Parent.none("it hangs on profile '" + source + "', which can't be imported");
    }

    private boolean hangsOnAnother(String name) {
        ProfileParts parts = profiles.get(name);
        return parts != null && parts.hangsOnAnother();
    }

    private String source(String name) {
        ProfileParts parts = profiles.get(name);
        return parts == null ? "" : parts.profile().value("source_profile").orElse("");
    }
}
