package io.github.gradiospring.client.file;

import java.nio.charset.StandardCharsets;

import io.github.gradiospring.protocol.file.FileData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link FileNames}. */
class FileNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			my report.txt               | my report.txt
			ünï 日本 😀.png               | ünï 日本 😀.png
			100%.txt                    | 100%.txt
			a%2F..%2Fb                  | a%2F..%2Fb
			/etc/passwd                 | passwd
			../../etc/passwd            | passwd
			..\\..\\windows\\win.ini    | win.ini
			C:\\x\\y.txt                | y.txt
			C:y.txt                     | C_y.txt
			a/                          | file
			..                          | file
			.                           | file
			...                         | file
			` . . `                     | file
			``                          | file
			.bashrc                     | bashrc
			..hidden                    | hidden
			a.                          | a
			`a . .`                     | a
			`  a  `                     | a
			`a<b>c:d"e|f?g*h`           | a_b_c_d_e_f_g_h
			con                         | _con
			CON.txt                     | _CON.txt
			`con .txt`                  | _con .txt
			Com5.log                    | _Com5.log
			lpt9                        | _lpt9
			nul.tar.gz                  | _nul.tar.gz
			conference                  | conference
			file::$DATA                 | file__$DATA
			""")
	void namesForTheDisk(String name, String expected) {
		assertThat(FileNames.clean(name)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(
			chars = { '\0', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066', '\ud800' })
	void charactersThatHide(char hidden) {
		assertThat(FileNames.clean("a" + hidden + "b.txt")).isEqualTo("a_b.txt");
		assertThat(FileNames.sent("a" + hidden + "b.txt")).isEqualTo("ab.txt");
	}

	@Test
	void longNamesKeepTheirExtensionAndFitADisk() {
		assertThat(FileNames.clean("日".repeat(500) + ".json")).endsWith("日.json")
			.startsWith("日日")
			.satisfies((name) -> assertThat(bytes(name)).isBetween(190, 200));
		assertThat(FileNames.clean("😀".repeat(500))).matches("(😀)+")
			.satisfies((name) -> assertThat(bytes(name)).isEqualTo(200));
		assertThat(FileNames.clean("a." + "b".repeat(500))).hasSize(200).startsWith("a.bb");
		assertThat(FileNames.clean("a".repeat(194) + " . .txt")).doesNotMatch(".*[. ]");
	}

	private static int bytes(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			my report.txt             | my report.txt
			ünï 日本 😀 (1).png          | ünï 日本 😀 (1).png
			.env                      | .env
			a "quoted" name.txt       | a quoted name.txt
			/home/me/a.txt            | a.txt
			..\\a.txt                 | a.txt
			..                        | file
			``                        | file
			a"; name="other           | a; name=other
			""")
	void namesForTheWire(String name, String expected) {
		assertThat(FileNames.sent(name)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/tmp/gradio/0a1b/my report.txt                       | my report.txt
			https://cdn.test/x/my%20report.pdf?token=s3cret#part | my report.pdf
			HTTPS://cdn.test/x/%2e%2e%2fetc%2fpasswd             | passwd
			https://cdn.test                                     | file
			https://not valid/?token=s3cret                      | file
			""")
	void namesOfFilesWithoutAName(String path, String expected) {
		assertThat(FileNames.of(FileData.of(path))).isEqualTo(expected);
		assertThat(FileNames.of(FileData.of(path).withOrigName("a/b.txt"))).isEqualTo("b.txt");
	}

}
