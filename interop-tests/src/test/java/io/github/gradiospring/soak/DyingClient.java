package io.github.gradiospring.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A client that sends a request over a plain socket and dies: before it has sent all of
 * it, before it has read the answer, in the middle of it, or at its end; politely or with
 * a reset.
 */
final class DyingClient implements AutoCloseable {

	private static final int READ_LIMIT = 3000;

	private final Socket socket;

	private final Random random;

	DyingClient(int port, Random random) throws IOException {
		this.random = random;
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(1 + random.nextInt(150));
		this.socket.setTcpNoDelay(true);
	}

	void get(String path) throws IOException {
		send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
	}

	void post(String path, String contentType, String body) throws IOException {
		Map<String, Object> headers = Map.of("Host", "localhost", "Content-Type", contentType, "Content-Length",
				body.getBytes(StandardCharsets.UTF_8).length);
		send("POST " + path + " HTTP/1.1\r\n"
				+ headers.entrySet()
					.stream()
					.map((header) -> header.getKey() + ": " + header.getValue() + "\r\n")
					.collect(Collectors.joining())
				+ "\r\n" + body);
	}

	/** One request in eight is cut off. */
	private void send(String request) throws IOException {
		byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
		int length = (this.random.nextInt(8) == 0) ? this.random.nextInt(bytes.length) : bytes.length;
		this.socket.getOutputStream().write(bytes, 0, length);
		this.socket.getOutputStream().flush();
	}

	/** Reads for a while, up to a moment that may be anywhere in the answer. */
	void readABit() throws IOException {
		if (this.random.nextInt(5) == 0) {
			return;
		}
		InputStream answer = this.socket.getInputStream();
		int wanted = this.random.nextInt(READ_LIMIT);
		try {
			for (int read = 0; read < wanted;) {
				int length = answer.read(new byte[wanted - read]);
				if (length < 0) {
					return;
				}
				read += length;
			}
		}
		catch (SocketTimeoutException ex) {
			// the moment has come
		}
	}

	@Override
	public void close() throws IOException {
		if (this.random.nextBoolean()) {
			this.socket.setSoLinger(true, 0);
		}
		this.socket.close();
	}

}
