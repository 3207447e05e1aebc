package io.github.gradiospring.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Tests in another language. Each of them becomes a test here, with what its own runner
 * reports about it.
 */
public final class Suite {

	/** Set where nothing may be skipped. */
	private static final String REQUIRED = "GRADIO_INTEROP_REQUIRED";

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private Suite() {
	}

	/** The folder of the tests in another language. */
	static Path folder(String language) {
		return Path.of("src/test", language).toAbsolutePath();
	}

	/**
	 * Goes on only if a client is there. Otherwise the test is skipped, or fails where
	 * nothing may be skipped.
	 * @param there whether it is
	 * @param reason what to say otherwise
	 */
	public static void require(boolean there, String reason) {
		if (!there && "true".equals(System.getenv(REQUIRED))) {
			Assertions.fail(reason);
		}
		Assumptions.assumeTrue(there, reason);
	}

	/**
	 * Runs a suite.
	 * @param command the runner
	 * @param report the report that the runner writes, as JUnit's XML
	 * @return its tests, over when this returns
	 */
	static List<DynamicTest> run(Command command, Path report) {
		try {
			Files.createDirectories(report.getParent());
			Files.deleteIfExists(report);
			Command.Result result = command.run(LIMIT);
			List<DynamicTest> tests = Files.exists(report) ? tests(report) : new ArrayList<>();
			int count = tests.size();
			tests.add(DynamicTest.dynamicTest("the suite ran to its end", () -> {
				Assertions.assertTrue(count > 0 && result.exitCode() >= 0, result::output);
				// a runner that fails without a failed test broke down
				Assertions.assertTrue(result.ok() || result.exitCode() == 1, result::output);
			}));
			return tests;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException("No report: " + report, ex);
		}
	}

	private static List<DynamicTest> tests(Path report) throws IOException, SAXException, ParserConfigurationException {
		NodeList cases = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(report.toFile())
			.getElementsByTagName("testcase");
		List<DynamicTest> tests = new ArrayList<>();
		IntStream.range(0, cases.getLength()).mapToObj((i) -> (Element) cases.item(i)).forEach((test) -> {
			String file = test.hasAttribute("file") ? fileName(test.getAttribute("file"))
					: test.getAttribute("classname");
			tests.add(DynamicTest.dynamicTest(file + ": " + test.getAttribute("name"), () -> check(test)));
		});
		return tests;
	}

	private static String fileName(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void check(Element test) {
		for (String failure : List.of("failure", "error")) {
			NodeList failures = test.getElementsByTagName(failure);
			if (failures.getLength() > 0) {
				Element first = (Element) failures.item(0);
				Assertions.fail(first.getAttribute("message") + "\n" + first.getTextContent());
			}
		}
		if (test.getElementsByTagName("skipped").getLength() > 0) {
			require(false, ((Element) test.getElementsByTagName("skipped").item(0)).getAttribute("message"));
		}
	}

}
