package dev.leapp.core.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields that all integrations have, because core uses them. */
final class CommonFields {

    private static final Pattern TEMPLATE = Pattern.compile("(?:[^{}\\p{Cntrl}]|\\{[a-zA-Z][a-zA-Z0-9]*\\})+");

    private CommonFields() {}

    /** Returns a provider's fields, and behind them those of all integrations that it does not declare itself. */
    static List<FieldSpec> after(List<FieldSpec> own) {
        List<FieldSpec> all = new ArrayList<>(own);
        for (FieldSpec common : List.of(template(), region())) {
            if (own.stream().noneMatch(field -> field.name().equals(common.name()))) {
                all.add(common);
            }
        }
        return List.copyOf(all);
    }

    private static FieldSpec template() {
        return FieldSpec.builder(IntegrationDescriptor.PROFILE_TEMPLATE, "Profile template")
                .help("Names sessions, and profiles of new ones; has {account}, {accountId}, {role}")
                .defaultValue(IntegrationDescriptor.DEFAULT_TEMPLATE)
                .advanced()
                .check(CommonFields::problemWithTemplate)
                .build();
    }

    private static Optional<String> problemWithTemplate(String value) {
        boolean good = !value.isBlank() && TEMPLATE.matcher(value).matches();
        return good ? Optional.empty() : Optional.of("must be a name with placeholders such as {account}, {role}");
    }

    private static FieldSpec region() {
        return FieldSpec.builder(IntegrationDescriptor.SESSION_REGION, "Region of new sessions")
                .help("Where new sessions work; the workspace's default region without")
                .advanced()
                .pattern("[a-z][a-z0-9-]*", "must be a region, such as eu-west-1")
                .build();
    }
}
