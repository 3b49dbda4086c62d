package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** Each library is used in named places, so that it can be left out or replaced. */
class LibrariesTest extends Rules {

    static final DescribedPredicate<JavaClass> JACKSON = resideInAnyPackage("com.fasterxml..", "tools.jackson..");
    static final DescribedPredicate<JavaClass> BOUNCY_CASTLE = resideInAnyPackage("org.bouncycastle..");
    static final DescribedPredicate<JavaClass> KEYCHAINS =
            resideInAnyPackage("com.github.javakeyring..", "de.swiesend..", "org.freedesktop..", "pt.davidafsilva..");
    static final DescribedPredicate<JavaClass> NATIVE_CALLS = resideInAnyPackage("com.sun.jna..");
    static final DescribedPredicate<JavaClass> TERMINALS = resideInAnyPackage("picocli..", "org.jline..");
    private static final DescribedPredicate<JavaClass> LOGGERS =
            resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache..");

    @Override
    String topic() {
        return "libraries";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                only(
                        "Jackson",
                        JACKSON,
                        "core.internal.issuance",
                        "core.internal.receipt",
                        "core.internal.workspace.json",
                        "integration.sso.internal.awscli",
                        "integration.sso.internal.devtools",
                        "integration.sso.internal.rest",
                        "provider.aws.internal.console",
                        "provider.aws.internal.environment",
                        "testkit.cloud"),
                only("Bouncy Castle", BOUNCY_CASTLE, "core.internal.crypto"),
                only("keychain libraries", KEYCHAINS, "core.internal.secret.keychain"),
                only("JNA", NATIVE_CALLS, "cli.exec"),
                only("AWS SDK", resideInAnyPackage("software.amazon.."), "provider.aws", "cli.tour"),
                only("picocli and JLine", TERMINALS, "cli"),
                only("logging libraries", LOGGERS, "core.internal.secret.keychain", "cli"));
    }

    private static Shown only(String what, DescribedPredicate<JavaClass> library, String... places) {
        return new Shown(
                what + " only in " + String.join(", ", places),
                code -> Rule.noDependency(code.under("").and(not(code.under(places))), library),
                "core.session.UsesEverything");
    }
}
