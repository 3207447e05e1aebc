/**
 * Calls of endpoints: inputs, jobs, events, results.
 */
@NullMarked
package io.github.gradiospring.client.call;

import org.jspecify.annotations.NullMarked;
