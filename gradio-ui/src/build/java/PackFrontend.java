import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Fetches the wheel of the gradio package with pip and unpacks its frontend. Run by the
 * build as a single source file. Without Python, pip or a network it says so and leaves
 * the frontend out; a wheel with another hash than the pinned one fails the build.
 * Arguments: the version, the SHA-256 of the wheel, the Python interpreter, the folder
 * that keeps wheels, the folder to write to.
 */
public final class PackFrontend {

	private static final String FRONTEND = "gradio/templates/frontend/";

	/** Served by our own page, or only of use to Python. */
	private static final Set<String> REPLACED = Set.of("index.html", "share.html", "gradio.js");

	/**
	 * Trims videos in the browser. Left out: it is larger than all the rest together, and
	 * under the GPL. An application may serve the two files at the same path itself.
	 */
	private static final String LEFT_OUT = "static/ffmpeg/";

	private static final Pattern COMPRESSED = Pattern.compile(".*\\.(js|css|svg|ttf|json|html|txt|wasm)");

	private static final Pattern SCRIPT = Pattern.compile("<script[^>]*type=\"module\"[^>]*src=\"\\./([^\"]+)\"");

	private static final Pattern STYLE_SHEET = Pattern
		.compile("<link[^>]*rel=\"stylesheet\"[^>]*href=\"\\./(assets/[^\"]+)\"");

	/** What the comments say that name an owner or a licence; minifiers keep them. */
	private static final Pattern NOTICE = Pattern.compile("^/\\*!|@license|@preserve|[Cc]opyright");

	private static final int LONGEST_NOTICE = 12_000;

	private final String version;

	private final String sha256;

	private final String python;

	private final Path wheel;

	private final Path output;

	private PackFrontend(String[] arguments) {
		this.version = arguments[0];
		this.sha256 = arguments[1];
		this.python = arguments[2];
		this.wheel = Path.of(arguments[3], "gradio-" + this.version + "-py3-none-any.whl");
		this.output = Path.of(arguments[4]);
	}

	/**
	 * Runs it.
	 * @param arguments the five arguments
	 * @throws IOException when a file cannot be written, or the wheel is another one
	 */
	public static void main(String[] arguments) throws IOException {
		new PackFrontend(arguments).run();
	}

	private void run() throws IOException {
		Path done = this.output.resolve("frontend.properties");
		// Only what was packed whole has this file, since it is written last
		if (Files.exists(done) && Files.readString(done).contains("source=" + source())) {
			return;
		}
		deleteOutput();
		if (!Files.exists(this.wheel) && !download()) {
			return;
		}
		String found = sha256(this.wheel);
		if (!found.equals(this.sha256)) {
			Files.delete(this.wheel);
			throw new IOException("The wheel of gradio %s has the SHA-256 %s, and gradio-wheel.sha256 says %s"
				.formatted(this.version, found, this.sha256));
		}
		unpack(done);
	}

	private boolean download() throws IOException {
		Files.createDirectories(this.wheel.getParent());
		Path folder = Files.createTempDirectory(this.wheel.getParent(), "download");
		try {
			Path log = folder.resolve("log.txt");
			Process pip = new ProcessBuilder(this.python, "-m", "pip", "download", "--quiet", "--no-deps",
					"--only-binary=:all:", "--python-version=3.12", "--disable-pip-version-check", "--dest",
					folder.toString(), "gradio==" + this.version)
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Path downloaded = folder.resolve(this.wheel.getFileName());
			if (!pip.waitFor(10, TimeUnit.MINUTES)) {
				pip.destroyForcibly().waitFor();
				return leaveOut("pip took more than 10 minutes");
			}
			if (pip.exitValue() != 0 || !Files.exists(downloaded)) {
				List<String> lines = Files.readAllLines(log);
				return leaveOut("pip says: " + (lines.isEmpty() ? "exit " + pip.exitValue() : lines.get(lines.size() - 1)));
			}
			Files.move(downloaded, this.wheel, StandardCopyOption.REPLACE_EXISTING);
			return true;
		}
		catch (IOException ex) {
			return leaveOut(ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return leaveOut("interrupted");
		}
		finally {
			delete(folder);
		}
	}

	private boolean leaveOut(String reason) {
		System.out.println("[WARNING] gradio-ui is built without the frontend of gradio " + this.version
				+ ", and pages explain what is missing: it takes Python with pip and access to a package index. "
				+ reason.strip());
		return false;
	}

	private void unpack(Path done) throws IOException {
		Set<String> files = new TreeSet<>();
		TreeMap<String, Set<String>> notices = new TreeMap<>();
		String index;
		try (ZipFile zip = new ZipFile(this.wheel.toFile())) {
			index = new String(read(zip, zip.getEntry(FRONTEND + "index.html")), StandardCharsets.UTF_8);
			Enumeration<? extends ZipEntry> entries = zip.entries();
			while (entries.hasMoreElements()) {
				ZipEntry entry = entries.nextElement();
				String name = entry.getName();
				if (name.endsWith(".dist-info/licenses/LICENSE")) {
					write("LICENSE", read(zip, entry));
				}
				if (entry.isDirectory() || !name.startsWith(FRONTEND)) {
					continue;
				}
				String file = name.substring(FRONTEND.length());
				if (REPLACED.contains(file) || file.startsWith(LEFT_OUT)) {
					continue;
				}
				byte[] content = read(zip, entry);
				collectNotices(file, content, notices);
				files.add(COMPRESSED.matcher(file).matches() ? writeCompressed(file, content) : write(file, content));
			}
		}
		writeNotices(notices);
		write("files.txt", (String.join("\n", files) + "\n").getBytes(StandardCharsets.UTF_8));
		String properties = "version=%s%nscript=%s%nstyle-sheet=%s%nsource=%s%n".formatted(this.version,
				first(SCRIPT, index), first(STYLE_SHEET, index), source());
		Files.writeString(done, properties.replace(System.lineSeparator(), "\n"));
		System.out.println("[INFO] Packed " + files.size() + " files of the frontend of gradio " + this.version);
	}

	private static String first(Pattern pattern, String text) throws IOException {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IOException("The index.html of the wheel does not match " + pattern);
		}
		return matcher.group(1);
	}

	private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
		try (InputStream in = zip.getInputStream(entry)) {
			return in.readAllBytes();
		}
	}

	private String write(String file, byte[] content) throws IOException {
		Path target = target(file);
		Files.createDirectories(target.getParent());
		Files.write(target, content);
		return file;
	}

	private String writeCompressed(String file, byte[] content) throws IOException {
		Path target = target(file + ".gz");
		Files.createDirectories(target.getParent());
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target)) {
			{
				this.def.setLevel(9);
			}
		}) {
			out.write(content);
		}
		return file + ".gz";
	}

	private Path target(String file) throws IOException {
		Path target = this.output.resolve(file).normalize();
		if (!target.startsWith(this.output.normalize())) {
			throw new IOException("The wheel holds a file that would be outside of its folder: " + file);
		}
		return target;
	}

	private static void collectNotices(String file, byte[] content, TreeMap<String, Set<String>> notices) {
		if (!file.endsWith(".js") && !file.endsWith(".css")) {
			return;
		}
		String text = new String(content, StandardCharsets.UTF_8);
		int from = 0;
		for (int end = text.indexOf("*/"); end >= 0; end = text.indexOf("*/", from)) {
			// The last start before the end, since texts such as "image/*" start none
			int start = text.lastIndexOf("/*", end - 2);
			if (start >= from && end - start < LONGEST_NOTICE) {
				String comment = text.substring(start, end + 2);
				if (NOTICE.matcher(comment).find()) {
					notices.computeIfAbsent(comment, (key) -> new TreeSet<>()).add(file);
				}
			}
			from = end + 2;
		}
	}

	private void writeNotices(TreeMap<String, Set<String>> notices) throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add("The notices of the libraries in the frontend of gradio " + this.version + ", as its files have them.");
		lines.add("The frontend itself is under the licence in the file LICENSE.");
		notices.forEach((notice, files) -> {
			lines.add("");
			lines.add("-- " + String.join(", ", files));
			lines.add(notice);
		});
		lines.add("");
		write("THIRD-PARTY-NOTICES.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
	}

	/** What the output is made of; an output of the same is not made again. */
	private String source() throws IOException {
		String launched = System.getProperty("jdk.launcher.sourcefile");
		return this.sha256 + "-" + ((launched != null) ? sha256(Path.of(launched)).substring(0, 8) : "1");
	}

	private static String sha256(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] buffer = new byte[1 << 16];
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void deleteOutput() throws IOException {
		for (String name : List.of("frontend.properties", "files.txt", "LICENSE", "THIRD-PARTY-NOTICES.txt", "favicon.png",
				"assets", "static")) {
			delete(this.output.resolve(name));
		}
	}

	private static void delete(Path path) throws IOException {
		if (!Files.exists(path)) {
			return;
		}
		try (Stream<Path> files = Files.walk(path)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> {
				try {
					Files.delete(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

}
