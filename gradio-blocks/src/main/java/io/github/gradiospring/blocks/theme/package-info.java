/**
 * How the page looks: Gradio's themes as values that one can change, rendered to the
 * style sheet that the official frontend reads.
 */
@NullMarked
package io.github.gradiospring.blocks.theme;

import org.jspecify.annotations.NullMarked;
