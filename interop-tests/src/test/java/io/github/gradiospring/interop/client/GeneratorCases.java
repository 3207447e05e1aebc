package io.github.gradiospring.interop.client;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.client.call.EndpointSpec;
import io.github.gradiospring.client.call.GradioEvent;
import io.github.gradiospring.client.call.GradioEvent.Completed;
import io.github.gradiospring.client.call.GradioEvent.Output;
import io.github.gradiospring.client.call.GradioJob;
import io.github.gradiospring.client.call.JobStatus.State;
import io.github.gradiospring.client.error.ApplicationErrorException;
import io.github.gradiospring.interop.client.Server.Profile;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.function.Tuple3;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases 15 to 18: several values in turn. */
abstract class GeneratorCases extends ClientCases {

	GeneratorCases(Server server) {
		super(server);
	}

	@Test
	void case15_everyPrefixInOrderAndTheLastOnceAsResult() {
		EndpointSpec spell = client(Profile.MAIN).endpoint("/spell").inputs("abc");
		StepVerifier.create(spell.stream(String.class)).expectNext("a", "ab", "abc").expectComplete().verify(LIMIT);
		StepVerifier.create(spell.retrieve(String.class)).expectNext("abc").expectComplete().verify(LIMIT);
		List<GradioEvent<String>> events = spell.events(String.class).collectList().block(LIMIT);
		assertThat(events).filteredOn((event) -> event instanceof Output || event instanceof Completed)
			.containsExactly(new Output<>("a"), new Output<>("ab"), new Output<>("abc"), new Completed<>("abc", null));
	}

	@Test
	void case15_noValueAtAllIsNull() {
		EndpointSpec call = client(Profile.MAIN).endpoint("/no_yield").inputs("x");
		StepVerifier.create(call.stream(String.class)).expectComplete().verify(LIMIT);
		StepVerifier.create(call.retrieve(String.class)).expectComplete().verify(LIMIT);
	}

	@Test
	void case16_nestedValues() {
		assertThat(values(Profile.SERVER, "/stream_nested")).containsExactly(
				json("{\"title\":\"a\",\"items\":[1,2,3],\"meta\":{\"done\":false}}"),
				json("{\"title\":\"ab\",\"items\":[1,2,3,4],\"meta\":{\"done\":false}}"),
				json("{\"title\":\"ab\",\"items\":[1,9],\"meta\":{\"done\":true,\"k\":null}}"),
				json("{\"title\":\"x\",\"items\":[],\"extra\":[{\"y\":1}]}"), json("[1]"));
	}

	@Test
	void case16_twoOutputs() {
		List<Pair> pairs = client(Profile.MAIN).endpoint("/stream_pair")
			.inputs("abc")
			.stream(Pair.class)
			.collectList()
			.block(LIMIT);
		assertThat(pairs).containsExactly(new Pair("a", 1), new Pair("ab", 2), new Pair("abc", 3));
	}

	@Test
	void case16_deepPath() {
		List<JsonNode> histories = values(Profile.MAIN, "/stream_chat", "hello");
		assertThat(histories).extracting((history) -> history.at("/1/content/0/text").asString())
			.containsExactly("I ", "I am ", "I am streaming");
		assertThat(histories)
			.allSatisfy((history) -> assertThat(history.at("/0/content/0/text").asString()).isEqualTo("hello"));
	}

	@Test
	void case16_table() {
		assertThat(values(Profile.MAIN, "/stream_table")).extracting((table) -> table.path("data").toString())
			.containsExactly("[[\"r0\",0]]", "[[\"r0\",0],[\"r1\",1]]", "[[\"r0\",0],[\"r1\",1],[\"r2\",2]]");
	}

	@Test
	void case16_json() {
		assertThat(values(Profile.MAIN, "/stream_json")).containsExactly(
				json("{\"title\":\"a\",\"items\":[1,2,3],\"meta\":{\"done\":false}}"),
				json("{\"title\":\"ab\",\"items\":[1,2,3,4],\"meta\":{\"done\":false}}"),
				json("{\"title\":\"ab\",\"items\":[1,9],\"meta\":{\"done\":true,\"k\":null}}"),
				json("{\"title\":\"abc\",\"items\":[],\"extra\":[{\"x\":1}]}"));
	}

	private List<JsonNode> values(Profile profile, String endpoint, Object... inputs) {
		return client(profile).endpoint(endpoint).inputs(inputs).stream(JsonNode.class).collectList().block(LIMIT);
	}

	@Test
	void case17_threeGeneratorsAtOnceKeepTheirValuesApart() {
		GradioClient client = client(Profile.MAIN);
		Tuple3<List<String>, List<String>, List<Pair>> values = Mono
			.zip(client.endpoint("/spell").inputs("abcde").stream(String.class).collectList(),
					client.endpoint("/count").inputs(8).stream(String.class).collectList(),
					client.endpoint("/stream_pair").inputs("uvwxyz").stream(Pair.class).collectList())
			.block(LIMIT);
		assertThat(values.getT1()).containsExactly("a", "ab", "abc", "abcd", "abcde");
		assertThat(values.getT2()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
		assertThat(values.getT3()).hasSize(6).last().isEqualTo(new Pair("uvwxyz", 6));
	}

	@Test
	void case18_errorAfterSomeValues() {
		GradioClient client = client(Profile.MAIN);
		StepVerifier.create(client.endpoint("/generator_error").inputs("x").stream(String.class))
			.expectNext("Foo")
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(ApplicationErrorException.class)
				.hasMessageContaining("Custom iterator message"))
			.verify(LIMIT);
		StepVerifier.create(client.endpoint("/count_exception").inputs(5).stream(String.class))
			.expectNext("0", "1", "2")
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(ApplicationErrorException.class)
				.hasMessageContaining("Oh no!"))
			.verify(LIMIT);
	}

	@Test
	void case18_aJobKeepsTheValuesBeforeItsError() {
		GradioJob<String> job = client(Profile.MAIN).endpoint("/count_exception").inputs(5).submit(String.class);
		ApplicationErrorException error = failure(ApplicationErrorException.class, job.result());
		assertThat(new ArrayList<>(job.outputs())).containsExactly("0", "1", "2");
		assertThat(job.status().state()).isEqualTo(State.FAILED);
		assertThat(job.status().error()).hasMessage(error.getMessage());
	}

	/**
	 * What {@code /stream_pair} gives.
	 *
	 * @param prefix the text so far
	 * @param length its length
	 */
	record Pair(String prefix, int length) {
	}

}
