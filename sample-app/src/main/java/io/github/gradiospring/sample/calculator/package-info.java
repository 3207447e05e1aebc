/**
 * An enum, numbers and a slider: the smallest endpoint.
 */
@NullMarked
package io.github.gradiospring.sample.calculator;

import org.jspecify.annotations.NullMarked;
