package dev.leapp.cli.pick;

/** Something that was pressed. */
sealed interface Key {

    /**
     * A character.
     *
     * @param codePoint which
     */
    record Text(int codePoint) implements Key {}

    /** Everything else that means something. */
    enum Control implements Key {
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        FIRST,
        LAST,
        ERASE,
        ERASE_WORD,
        ERASE_ALL,
        ENTER,
        CANCEL
    }
}
