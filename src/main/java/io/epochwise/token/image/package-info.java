/**
 * Image size to tokens: one class a rule. A rule knows width, height and detail, never pixels, prices or dates; which
 * rule is in force for which model on which date is the catalog's knowledge.
 */
package io.epochwise.token.image;
