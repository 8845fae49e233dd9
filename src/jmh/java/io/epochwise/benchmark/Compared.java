package io.epochwise.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Says how the results of a class of JMH benchmarks become rows of the table. If it has the methods {@code ours} and
 * {@code baseline}, these two are a row for each set of parameters; each other method is a row of its own, named after the
 * method. Rows are in calls a second, or in megabytes a second if the class is {@link Sized}.
 */
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface Compared {
    /** What is done, the first column. */
    String what();

    /** What {@code baseline} does. */
    String baseline() default "";

    /** What there is to reach. */
    Reach[] reach() default {};

    /** Something to reach. */
    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target({})
    @interface Reach {
        /** The input of the row, as the table has it. */
        String input();

        /** So many times as good as the baseline. */
        double ratio() default 0;

        /** So many a second. */
        double rate() default 0;
    }
}
