/**
 * A waiting line, simulated and compared with the theory.
 */
@NullMarked
package io.github.gradiospring.sample.simulation;

import org.jspecify.annotations.NullMarked;
