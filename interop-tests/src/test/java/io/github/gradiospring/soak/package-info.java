/**
 * Clients that die at any moment leave nothing behind.
 */
@NullMarked
package io.github.gradiospring.soak;

import org.jspecify.annotations.NullMarked;
