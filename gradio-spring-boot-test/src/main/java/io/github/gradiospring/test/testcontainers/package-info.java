/**
 * Gradio apps in containers, for tests against the real thing. Needs Testcontainers and
 * Docker.
 */
@NullMarked
package io.github.gradiospring.test.testcontainers;

import org.jspecify.annotations.NullMarked;
