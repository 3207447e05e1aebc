/**
 * Bundled documents, searched with Lucene: a streamed answer and a batched comparison.
 */
@NullMarked
package io.github.gradiospring.sample.library;

import org.jspecify.annotations.NullMarked;
