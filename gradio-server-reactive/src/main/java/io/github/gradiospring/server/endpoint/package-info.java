/**
 * Endpoints, where they come from, and how their methods are called.
 */
@NullMarked
package io.github.gradiospring.server.endpoint;

import org.jspecify.annotations.NullMarked;
