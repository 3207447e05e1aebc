/**
 * The routes of the Gradio protocol: decode, delegate, encode.
 */
@NullMarked
package io.github.gradiospring.server.web;

import org.jspecify.annotations.NullMarked;
