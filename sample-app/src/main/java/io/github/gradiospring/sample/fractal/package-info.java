/**
 * The Mandelbrot set, streamed from coarse to fine.
 */
@NullMarked
package io.github.gradiospring.sample.fractal;

import org.jspecify.annotations.NullMarked;
