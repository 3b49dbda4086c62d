package dev.leapp.cli.tour;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Engine;
import java.net.URI;

/**
 * Where the tour plays.
 *
 * @param context the run
 * @param narrator tells what happens
 * @param home the throw-away home
 * @param engine Leapp in that home
 * @param sts where the stand-in of STS listens
 */
record Stage(Context context, Narrator narrator, ThrowAwayHome home, Engine engine, URI sts) {

    SdkCaller sdk(String profile) {
        return new SdkCaller(home.directory(), sts, profile);
    }
}
