/**
 * Auto-configuration of Gradio for Spring: what all of it shares.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
