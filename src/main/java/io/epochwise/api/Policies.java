package io.epochwise.api;

import io.epochwise.decision.guardrail.Policy;
import java.util.List;

/** The policies that the service keeps. */
public interface Policies {
    /**
     * The policy of a name.
     *
     * @throws io.epochwise.fault.UnknownNameException naming near matches if there is none
     */
    Policy require(String name);

    /** All, in order of their names. */
    List<NamedPolicy> all();

    /**
     * A policy with its name.
     *
     * @param name what a request names it by
     * @param policy what costs must keep to
     */
    record NamedPolicy(String name, Policy policy) {}
}
