/**
 * Calls another Gradio app, and passes on what it says.
 */
@NullMarked
package io.github.gradiospring.sample.neighbour;

import org.jspecify.annotations.NullMarked;
