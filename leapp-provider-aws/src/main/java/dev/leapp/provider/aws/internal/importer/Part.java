package dev.leapp.provider.aws.internal.importer;

/**
 * Whether a profile has one way to credentials, and what is wrong with it.
 *
 * @param present whether the profile has it
 * @param problem what is wrong with it, empty if nothing is
 */
record Part(boolean present, String problem) {

    static final Part ABSENT = new Part(false, "");
    static final Part GOOD = new Part(true, "");

    static Part bad(String problem) {
        return new Part(true, problem);
    }

    boolean isGood() {
        return present && problem.isEmpty();
    }
}
