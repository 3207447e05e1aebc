/**
 * The document of the <code>/config</code> route: pages, components and dependencies.
 */
@NullMarked
package io.github.gradiospring.protocol.config;

import org.jspecify.annotations.NullMarked;
