/**
 * The annotations that turn bean methods into Gradio endpoints.
 */
@NullMarked
package io.github.gradiospring.server.annotation;

import org.jspecify.annotations.NullMarked;
