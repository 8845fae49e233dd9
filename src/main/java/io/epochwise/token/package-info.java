/**
 * How many tokens a provider counts: for text ({@code token.text}), for images ({@code token.image}) and for the
 * packaging of messages. Pure arithmetic; knows no prices, providers or files.
 */
package io.epochwise.token;
