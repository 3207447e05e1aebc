/**
 * The Gradio wire protocol: what both the server and the client side write and read.
 */
@NullMarked
package io.github.gradiospring.protocol;

import org.jspecify.annotations.NullMarked;
