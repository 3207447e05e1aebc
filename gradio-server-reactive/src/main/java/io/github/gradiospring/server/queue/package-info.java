/**
 * The queue: join, wait with rank and ETA, run within the limits, cancel.
 */
@NullMarked
package io.github.gradiospring.server.queue;

import org.jspecify.annotations.NullMarked;
