/** The official Gradio frontend as resources. */
@NullMarked
package io.github.gradiospring.ui;

import org.jspecify.annotations.NullMarked;
