/**
 * Testers and mock servers as beans of tests with Spring Boot.
 */
@NullMarked
package io.github.gradiospring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
