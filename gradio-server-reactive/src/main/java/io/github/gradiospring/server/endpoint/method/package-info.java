/**
 * From annotated bean methods to endpoints: how beans are found, how their parameters and
 * results become inputs and outputs, and how they are called.
 */
@NullMarked
package io.github.gradiospring.server.endpoint.method;

import org.jspecify.annotations.NullMarked;
