/**
 * Kinds of values: each knows its Gradio component, its schema and its two conversions.
 */
@NullMarked
package io.github.gradiospring.server.component;

import org.jspecify.annotations.NullMarked;
