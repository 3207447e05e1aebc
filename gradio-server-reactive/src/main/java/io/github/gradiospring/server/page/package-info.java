/**
 * What a page shows: components and what triggers an endpoint. The default is a flat
 * list; typed layouts are another module.
 */
@NullMarked
package io.github.gradiospring.server.page;

import org.jspecify.annotations.NullMarked;
