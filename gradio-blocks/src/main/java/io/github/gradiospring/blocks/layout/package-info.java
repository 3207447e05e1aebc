/**
 * Pages as trees of blocks, the events on them, and how they become the configuration
 * that the frontend reads.
 */
@NullMarked
package io.github.gradiospring.blocks.layout;

import org.jspecify.annotations.NullMarked;
