/**
 * The document of the <code>/info</code> route: endpoints with their parameters and
 * returns.
 */
@NullMarked
package io.github.gradiospring.protocol.info;

import org.jspecify.annotations.NullMarked;
