package dev.leapp.cli.handover;

import dev.leapp.cli.output.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of JSON, for programs; what is to be removed is null. */
final class JsonDialect implements Dialect {

    @Override
    public String set(String name, String value) {
        return Json.compact(Map.of(name, value));
    }

    @Override
    public String unset(String name) {
        return "{\"" + name + "\":null}";
    }

    @Override
    public List<String> lines(Collection<String> removed, Map<String, String> set) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(set);
        removed.forEach(name -> document.put(name, null));
        return List.of(Json.pretty(document));
    }

    @Override
    public String use(String command) {
        return command + " | jq";
    }
}
