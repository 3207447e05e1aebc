/**
 * The client: any Gradio app or Space, as reactive streams.
 */
@NullMarked
package io.github.gradiospring.client;

import org.jspecify.annotations.NullMarked;
