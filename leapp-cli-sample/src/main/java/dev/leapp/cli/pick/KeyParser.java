package dev.leapp.cli.pick;

import java.util.Optional;

/** Makes keys of the bytes that a terminal sends: UTF-8, control characters and escape sequences. What it doesn't know is nothing. */
final class KeyParser {

    private enum State {
        GROUND,
        ESCAPE,
        /** After {@code ESC [}. */
        SEQUENCE,
        /** After {@code ESC O}. */
        SHIFT,
        CHARACTER
    }

    private static final int ESC = 27;

    private State state = State.GROUND;
    private final StringBuilder parameters = new StringBuilder();
    private int codePoint;
    private int missing;

    /** Takes the next byte, from 0 to 255. */
    Optional<Key> next(int octet) {
        return switch (state) {
            case GROUND -> ground(octet);
            case ESCAPE -> escape(octet);
            case SEQUENCE -> sequence(octet);
            case SHIFT -> shift(octet);
            case CHARACTER -> character(octet);
        };
    }

    /** Nothing came for a while: so an escape character was the key itself. */
    Optional<Key> pause() {
        boolean escape = state == State.ESCAPE;
        state = State.GROUND;
        return escape ? Optional.of(Key.Control.CANCEL) : Optional.empty();
    }

    private Optional<Key> ground(int octet) {
        if (octet == ESC) {
            state = State.ESCAPE;
            return Optional.empty();
        }
        return octet < ' ' || octet == 127 ? control(octet) : begin(octet);
    }

    private static Optional<Key> control(int octet) {
        return switch (octet) {
            case 3, 4, 7 -> Optional.of(Key.Control.CANCEL);
            case '\r', '\n' -> Optional.of(Key.Control.ENTER);
            case '\t', 14 -> Optional.of(Key.Control.DOWN);
            case 16 -> Optional.of(Key.Control.UP);
            case 8, 127 -> Optional.of(Key.Control.ERASE);
            case 21 -> Optional.of(Key.Control.ERASE_ALL);
            case 23 -> Optional.of(Key.Control.ERASE_WORD);
            default -> Optional.empty();
        };
    }

    private Optional<Key> begin(int octet) {
        if (octet < 0x80) {
            return Optional.of(new Key.Text(octet));
        }
        missing = octet >= 0xf0 ? 3 : octet >= 0xe0 ? 2 : 1;
        codePoint = octet & (0x3f >> missing);
        state = octet >= 0xc2 && octet < 0xf5 ? State.CHARACTER : State.GROUND;
        return Optional.empty();
    }

    private Optional<Key> character(int octet) {
        if ((octet & 0xc0) != 0x80) {
            state = State.GROUND;
            return ground(octet);
        }
        codePoint = (codePoint << 6) | (octet & 0x3f);
        if (--missing > 0) {
            return Optional.empty();
        }
        state = State.GROUND;
        boolean shows = Character.isValidCodePoint(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
        return shows ? Optional.of(new Key.Text(codePoint)) : Optional.empty();
    }

    private Optional<Key> escape(int octet) {
        switch (octet) {
            case '[' -> {
                state = State.SEQUENCE;
                parameters.setLength(0);
            }
            case 'O' -> state = State.SHIFT;
            case ESC -> {
                return Optional.of(Key.Control.CANCEL);
            }
            default -> state = State.GROUND;
        }
        return Optional.empty();
    }

    private Optional<Key> sequence(int octet) {
        if (octet >= ' ' && octet < '@') {
            parameters.append((char) octet);
            return Optional.empty();
        }
        state = State.GROUND;
        return octet < ' ' ? ground(octet) : octet == '~' ? numbered() : named(octet);
    }

    private Optional<Key> shift(int octet) {
        state = State.GROUND;
        return octet == 'M' ? Optional.of(Key.Control.ENTER) : named(octet);
    }

    private static Optional<Key> named(int octet) {
        return switch (octet) {
            case 'A' -> Optional.of(Key.Control.UP);
            case 'B' -> Optional.of(Key.Control.DOWN);
            case 'H' -> Optional.of(Key.Control.FIRST);
            case 'F' -> Optional.of(Key.Control.LAST);
            default -> Optional.empty();
        };
    }

    private Optional<Key> numbered() {
        return switch (parameters.toString()) {
            case "1", "7" -> Optional.of(Key.Control.FIRST);
            case "4", "8" -> Optional.of(Key.Control.LAST);
            case "5" -> Optional.of(Key.Control.PAGE_UP);
            case "6" -> Optional.of(Key.Control.PAGE_DOWN);
            default -> Optional.empty();
        };
    }
}
