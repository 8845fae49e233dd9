/** A described package. */
package io.epochwise.violations.fault;
