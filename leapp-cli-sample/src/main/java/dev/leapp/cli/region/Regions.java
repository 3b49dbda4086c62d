package dev.leapp.cli.region;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Suggestions;
import dev.leapp.cli.run.Usage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks regions by their form: clouds add new ones faster than any list. */
public final class Regions {

    /** The cloud whose regions {@code leapp region} is about. */
    public static final String AWS = "aws";

    private static final Pattern AWS_FORM = Pattern.compile("[a-z]{2,6}(-[a-z]+){1,3}-[0-9]{1,2}");

    private Regions() {}

    /**
     * Checks a region that the user typed.
     *
     * @param context the run; is told of a region that is well-formed but not known
     * @param cloudProvider the cloud
     * @param region what was typed
     * @throws dev.leapp.core.error.LeappException if it can't be a region
     */
    public static void check(Context context, String cloudProvider, String region) {
        List<String> known = context.engine().plugins().regions(cloudProvider);
        if (known.contains(region)) {
            return;
        }
        Optional<String> nearest = Suggestions.nearest(region, known);
        if (cloudProvider.equals(AWS) && !AWS_FORM.matcher(region).matches()) {
            throw Usage.error(
                    "'" + region + "' is not an AWS region",
                    nearest.map(near -> "did you mean " + near + "?")
                            .orElse("regions look like eu-west-1; 'leapp region list' shows the known ones"));
        }
        if (!known.isEmpty()) {
            context.out()
                    .remark("note: region " + region + " is not known here and is used as it is"
                            + nearest.map(near -> "; did you mean " + near + "?")
                                    .orElse(""));
        }
    }
}
