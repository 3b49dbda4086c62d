package dev.leapp.cli.log;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;

/** Switches the log on and off. */
final class Switch {

    private Switch() {}

    static void turn(Context context, boolean on) {
        boolean changed = context.engine().issuanceLog().turn(on);
        context.out()
                .result(new Result("the issuance log is " + (on ? "on" : "off") + (changed ? " now" : " already"))
                        .with("on", on)
                        .with("changed", changed));
    }
}
