/**
 * Our client against real Gradio and against the fixture app: the same cases for both.
 */
@NullMarked
package io.github.gradiospring.interop.client;

import org.jspecify.annotations.NullMarked;
