/**
 * Auto-configuration of the endpoints, their queue and its stores.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.server;

import org.jspecify.annotations.NullMarked;
