/**
 * Files that clients upload and endpoints produce.
 */
@NullMarked
package io.github.gradiospring.server.file;

import org.jspecify.annotations.NullMarked;
