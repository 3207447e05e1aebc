/**
 * The page in a real Chromium: a kit that drives it, and the same cases for real Gradio
 * and for our apps.
 */
@NullMarked
package io.github.gradiospring.interop.browser;

import org.jspecify.annotations.NullMarked;
