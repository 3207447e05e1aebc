package io.github.gradiospring.interop.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports for servers that cannot choose one themselves. */
public final class Ports {

	private Ports() {
	}

	/**
	 * Finds ports that follow each other.
	 * @param count how many
	 * @return the first
	 */
	public static int free(int count) {
		for (int attempt = 0; attempt < 100; attempt++) {
			int first = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			int port = first;
			while (port < first + count && isFree(port)) {
				port++;
			}
			if (port == first + count) {
				return first;
			}
		}
		throw new IllegalStateException("No free ports");
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
