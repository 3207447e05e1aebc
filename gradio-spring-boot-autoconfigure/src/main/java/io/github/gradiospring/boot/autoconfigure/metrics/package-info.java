/**
 * Auto-configuration of meters.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
