package io.github.gradiospring.boot.autoconfigure.client;

import java.util.function.Consumer;

import org.springframework.web.reactive.function.client.WebClient;

/** Encrypts the connections of a client with an SSL bundle. */
interface GradioClientSsl {

	Consumer<WebClient.Builder> fromBundle(String name);

}
