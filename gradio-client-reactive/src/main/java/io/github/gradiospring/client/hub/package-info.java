/**
 * Spaces on the Hugging Face Hub: their address, their state, copies of them.
 */
@NullMarked
package io.github.gradiospring.client.hub;

import org.jspecify.annotations.NullMarked;
