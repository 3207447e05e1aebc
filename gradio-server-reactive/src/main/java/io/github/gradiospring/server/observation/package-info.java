/**
 * What the queue and the endpoints tell Micrometer.
 */
@NullMarked
package io.github.gradiospring.server.observation;

import org.jspecify.annotations.NullMarked;
