/**
 * Auto-configuration of the clients of Gradio apps.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
