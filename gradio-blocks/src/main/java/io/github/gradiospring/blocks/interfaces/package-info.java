/**
 * An interface: the inputs of an endpoint, its outputs, and the buttons between them. A
 * page shows one for each public endpoint.
 */
@NullMarked
package io.github.gradiospring.blocks.interfaces;

import org.jspecify.annotations.NullMarked;
