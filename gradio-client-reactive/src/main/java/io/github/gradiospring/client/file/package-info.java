/**
 * Files to the app and back.
 */
@NullMarked
package io.github.gradiospring.client.file;

import org.jspecify.annotations.NullMarked;
