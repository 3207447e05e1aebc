/**
 * The Maven plugin: its goal, and the generator behind it.
 */
@NullMarked
package io.github.gradiospring.maven;

import org.jspecify.annotations.NullMarked;
