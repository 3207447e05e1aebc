package io.github.gradiospring.interop.client.fault;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.interop.Suite;
import io.github.gradiospring.interop.client.Ports;
import io.github.gradiospring.interop.client.ServerProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.awaitility.Awaitility.await;

/**
 * Toxiproxy between a client and a server: a proxy on the level of TCP that does to a
 * connection what it is told. Its server is found by {@code GRADIO_INTEROP_TOXIPROXY},
 * where CI installs it, or as {@code toxiproxy-server} on the search path.
 */
final class Toxiproxy implements AutoCloseable {

	private static final Path INSTALLED = Path.of("target/interop/toxiproxy-server").toAbsolutePath();

	private static final String NAME = "gradio";

	/** Ends the proxy with this process, whatever happens to this process. */
	private static final String SCRIPT = "\"$0\" \"$@\" & proxy=$!; cat > /dev/null; kill $proxy";

	private static @Nullable RestClient api;

	private final int port = Ports.free(1);

	private Toxiproxy(String target) {
		URI uri = URI.create(target);
		post("/proxies", Map.of("name", NAME, "listen", "127.0.0.1:" + this.port, "upstream",
				uri.getHost() + ":" + uri.getPort(), "enabled", true));
	}

	/**
	 * Puts the proxy in front of a server.
	 * @param target the URL of the server
	 * @return the proxy, which does nothing to connections yet
	 */
	static synchronized Toxiproxy to(String target) {
		if (api == null) {
			String command = find();
			int port = Ports.free(1);
			ServerProcess.start("toxiproxy", Map.of(), "HTTP server",
					List.of("sh", "-c", SCRIPT, command, "-host", "127.0.0.1", "-port", Integer.toString(port)));
			RestClient answering = RestClient.create("http://127.0.0.1:" + port);
			// it says that it starts before it listens
			await().ignoreExceptions()
				.untilAsserted(() -> answering.get().uri("/version").retrieve().toBodilessEntity());
			api = answering;
		}
		return new Toxiproxy(target);
	}

	private static String find() {
		String wanted = System.getenv("GRADIO_INTEROP_TOXIPROXY");
		List<Path> places = Stream.concat(Stream.of((wanted != null) ? Path.of(wanted) : INSTALLED),
				Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
					.map((folder) -> Path.of(folder, "toxiproxy-server")))
			.filter(Files::isExecutable)
			.toList();
		Suite.require(!places.isEmpty(), "toxiproxy-server is not installed, see GRADIO_INTEROP_TOXIPROXY");
		return places.get(0).toString();
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	int port() {
		return this.port;
	}

	/** Breaks all connections, and takes no new ones. */
	void goDown() {
		post("/proxies/" + NAME, Map.of("enabled", false));
	}

	void comeBack() {
		post("/proxies/" + NAME, Map.of("enabled", true));
	}

	/**
	 * Does something to what the server sends.
	 * @param type one of Toxiproxy's kinds
	 * @param attributes its settings
	 */
	void poison(String type, Map<String, Object> attributes) {
		post("/proxies/" + NAME + "/toxics",
				Map.of("name", type, "type", type, "stream", "downstream", "toxicity", 1, "attributes", attributes));
	}

	void cure(String type) {
		api.delete().uri("/proxies/" + NAME + "/toxics/" + type).retrieve().toBodilessEntity();
	}

	private static void post(String path, Object body) {
		api.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).retrieve().toBodilessEntity();
	}

	@Override
	public void close() {
		api.delete().uri("/proxies/" + NAME).retrieve().toBodilessEntity();
	}

}
