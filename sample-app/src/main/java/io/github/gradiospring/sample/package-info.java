/**
 * What a newcomer runs first: endpoints that do real work, one package for each.
 */
@NullMarked
package io.github.gradiospring.sample;

import org.jspecify.annotations.NullMarked;
