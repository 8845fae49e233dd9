/** */
package io.epochwise.violations.silent;
