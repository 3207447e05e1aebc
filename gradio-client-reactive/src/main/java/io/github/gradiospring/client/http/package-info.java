/**
 * The HTTP connection to one app: addresses, headers, cookies, errors by status.
 */
@NullMarked
package io.github.gradiospring.client.http;

import org.jspecify.annotations.NullMarked;
