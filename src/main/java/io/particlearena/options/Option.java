package io.particlearena.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as an option: its form field, JSON key, command-line flag, validation and row in the
 * documentation all come from here.
 *
 * <p>The component's name in camel case gives the JSON key in snake case ({@code maxEpisodeLen -> max_episode_len}) and
 * the flag in kebab case ({@code --max-episode-len}; underscores are accepted as well). Types: {@code int, long, double,
 * boolean, String}, enums (constants written in lower case with hyphens) and {@code List<String>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

    /** One sentence on what the option does. */
    String help();

    /** The default, written as on the command line; an empty text for an empty string or list. */
    String value();

    /** The smallest value allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** The unit of a number, for example {@code steps}; empty where it has none. */
    String unit() default "";

    /** The texts allowed for a string; empty where any text is. */
    String[] choices() default {};

    /** The name of the same option in the programs that users come from, where it differs; empty otherwise. */
    String formerName() default "";

    /** Whether the option may change while training. */
    boolean live() default false;

    /** Whether the option shapes networks, so that a policy taken over from an earlier run keeps its value. */
    boolean shapesNetworks() default false;
}
