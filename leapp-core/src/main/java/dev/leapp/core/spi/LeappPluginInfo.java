package dev.leapp.core.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a plug-in is, so that it can be refused without running any of its code.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LeappPluginInfo {

    /**
     * The plug-in's id: lower-case words joined by dots and hyphens. Ids that begin with {@code leapp.} are Leapp's own.
     *
     * @return the id
     */
    String id();

    /**
     * The plug-in's own version.
     *
     * @return the version
     */
    String version();

    /**
     * The version of this SPI that it was compiled against: {@link LeappPlugin#SPI_VERSION}, which the compiler inlines.
     *
     * @return the version
     */
    int spiVersion();

    /**
     * What it brings, in a few words for {@code leapp plugin list}.
     *
     * @return the words
     */
    String description() default "";
}
