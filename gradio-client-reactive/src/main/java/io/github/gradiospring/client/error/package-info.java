/**
 * What can go wrong with a call, as a small family of exceptions.
 */
@NullMarked
package io.github.gradiospring.client.error;

import org.jspecify.annotations.NullMarked;
