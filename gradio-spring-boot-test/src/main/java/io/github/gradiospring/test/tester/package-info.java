/**
 * Calls the endpoints of a Gradio app and verifies what comes, for applications that
 * serve Gradio endpoints.
 */
@NullMarked
package io.github.gradiospring.test.tester;

import org.jspecify.annotations.NullMarked;
