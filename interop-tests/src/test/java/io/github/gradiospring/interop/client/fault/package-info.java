/**
 * Our client when the network or the server fails it: each job ends once with the right
 * error, the next call works, and nothing is left behind.
 */
@NullMarked
package io.github.gradiospring.interop.client.fault;

import org.jspecify.annotations.NullMarked;
