/**
 * A Gradio app that does what a test says, for applications that call Gradio apps.
 */
@NullMarked
package io.github.gradiospring.test.mock;

import org.jspecify.annotations.NullMarked;
