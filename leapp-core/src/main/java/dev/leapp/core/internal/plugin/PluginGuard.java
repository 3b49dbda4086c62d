package dev.leapp.core.internal.plugin;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.PluginException;
import java.util.function.Supplier;

/** Turns whatever a plug-in throws into an error that names it. */
final class PluginGuard {

    private PluginGuard() {}

    static <T> T call(String plugin, Supplier<T> call) {
        try {
            return call.get();
        } catch (LeappException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException(
                    CoreErrorCode.PLUGIN_FAILED,
                    "Plug-in " + plugin + " failed: " + describe(e),
                    "this is a defect of the plug-in; 'leapp plugin list' shows where it comes from",
                    new PluginFailure(e));
        }
    }

    /** Names the failure by its type only: its message is the plug-in's, and may hold anything. */
    static String describe(Throwable e) {
        return e.getClass().getSimpleName();
    }

    /** Where a plug-in failed, without what it said: a foreign message may hold a secret. */
    private static final class PluginFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PluginFailure(Throwable origin) {
            super(origin.getClass().getName());
            setStackTrace(origin.getStackTrace());
        }
    }
}
