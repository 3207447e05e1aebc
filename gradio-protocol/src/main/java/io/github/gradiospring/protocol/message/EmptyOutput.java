package io.github.gradiospring.protocol.message;

/**
 * The outcome of a cancelled job: <code>{}</code>.
 */
public record EmptyOutput() implements Output {

}
