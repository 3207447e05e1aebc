package io.github.gradiospring.server.component;

/**
 * A line of a dialogue. A list of lines is shown in a Dialogue.
 *
 * @param speaker who says it
 * @param text what is said
 */
public record DialogueLine(String speaker, String text) {

}
