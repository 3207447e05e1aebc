/**
 * The demos in Java, each under a profile of its own. What each is made of says
 * {@code src/test/python/demos}.
 */
@NullMarked
package io.github.gradiospring.interop.browser.demo;

import org.jspecify.annotations.NullMarked;
