package dev.leapp.cli.exec;

import com.sun.jna.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The signals that are passed on, with their numbers on this system. */
final class SignalNumbers {

    private SignalNumbers() {}

    static Set<String> forwarded() {
        return all(false).keySet();
    }

    static int of(String name) {
        Integer number = all(Platform.isMac()).get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    private static Map<String, Integer> all(boolean mac) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("HUP", 1);
        numbers.put("INT", 2);
        numbers.put("ALRM", 14);
        numbers.put("TERM", 15);
        numbers.put("USR1", mac ? 30 : 10);
        numbers.put("USR2", mac ? 31 : 12);
        return numbers;
    }
}
