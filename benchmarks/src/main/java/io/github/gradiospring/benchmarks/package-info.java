/**
 * The application under load, and the load.
 */
@NullMarked
package io.github.gradiospring.benchmarks;

import org.jspecify.annotations.NullMarked;
