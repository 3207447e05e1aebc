package io.github.gradiospring.protocol.message;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerMessage} and its kinds.
 */
class ServerMessageTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@Test
	void keysComeInTheOrderOfTheWire() {
		assertThat(write(new Estimation("e1", 0, 1, null)))
			.isEqualTo("{'msg':'estimation','event_id':'e1','rank':0,'queue_size':1,'rank_eta':null}");
		assertThat(write(new ProcessStarts("e1", 1.5))).isEqualTo("{'msg':'process_starts','event_id':'e1','eta':1.5}");
		assertThat(write(new Progress("e1", List.of(new ProgressUnit(1, 10, "steps", null, "a")))))
			.isEqualTo("{'msg':'progress','event_id':'e1','progress_data':"
					+ "[{'index':1,'length':10,'unit':'steps','progress':null,'desc':'a'}]}");
		assertThat(write(new LogMessage("e1", "text", LogLevel.WARNING, 10.0, true, "Warning")))
			.isEqualTo("{'msg':'log','event_id':'e1','log':'text','level':'warning','duration':10.0,"
					+ "'visible':true,'title':'Warning'}");
		OutputData output = OutputData.of(List.of(), true, 0.5, 0.25);
		String data = "{'data':[],'is_generating':true,'duration':0.5,'average_duration':0.25,"
				+ "'render_config':null,'changed_state_ids':[],'used_cache':null}";
		assertThat(write(new ProcessGenerating("e1", output, true, null))).isEqualTo(
				"{'msg':'process_generating','event_id':'e1','output':" + data + ",'success':true,'time_limit':null}");
		assertThat(write(new ProcessStreaming("e1", output, true, 2.5))).isEqualTo(
				"{'msg':'process_streaming','event_id':'e1','output':" + data + ",'success':true,'time_limit':2.5}");
		assertThat(write(new ProcessCompleted("e1", new EmptyOutput(), true, null, CacheUse.FULL, 0.5, 0.25)))
			.isEqualTo("{'msg':'process_completed','event_id':'e1','output':{},'success':true,'title':null,"
					+ "'used_cache':'full','cache_duration':0.5,'avg_time':0.25}");
		assertThat(write(new Heartbeat())).isEqualTo("{'msg':'heartbeat','event_id':null}");
		assertThat(write(new CloseStream())).isEqualTo("{'msg':'close_stream','event_id':null}");
		assertThat(write(UnexpectedError.unknownSession()))
			.isEqualTo("{'msg':'unexpected_error','event_id':null,'message':'404: Not Found',"
					+ "'session_not_found':true,'success':false}");
	}

	@Test
	void messageInListKeepsItsKind() {
		// Generic types are where Jackson loses type information
		List<ServerMessage> messages = List.of(new Heartbeat(), new ProcessStarts("e1", null));
		assertThat(write(messages))
			.isEqualTo("[{'msg':'heartbeat','event_id':null},{'msg':'process_starts','event_id':'e1','eta':null}]");
	}

	@Test
	void kindNeedNotComeFirst() {
		assertThat(read("{'event_id':'e1','rank':2,'queue_size':3,'msg':'estimation','rank_eta':1}"))
			.isEqualTo(new Estimation("e1", 2, 3, 1.0));
	}

	@Test
	void answerOfQueueStatusIsAnEstimation() {
		assertThat(read("{'msg':'estimation','event_id':null,'rank':null,'queue_size':3,'rank_eta':null}"))
			.isEqualTo(new Estimation(null, null, 3, null));
		assertThat(MAPPER.readValue("{\"msg\":\"estimation\",\"queue_size\":3}", Estimation.class))
			.isEqualTo(new Estimation(null, null, 3, null));
	}

	@Test
	void unknownFieldsAreIgnored() {
		assertThat(read("{'msg':'close_stream','event_id':null,'later':{'a':[1]}}")).isEqualTo(new CloseStream());
		assertThat(read("{'msg':'process_starts','event_id':'e1','eta':1,'later':[]}"))
			.isEqualTo(new ProcessStarts("e1", 1.0));
	}

	@Test
	void unknownKindKeepsItsFields() {
		String json = "{'msg':'later','event_id':'e1','a':1,'b':{'c':[true]}}";
		UnknownMessage message = (UnknownMessage) read(json);
		assertThat(message.msg()).isEqualTo("later");
		assertThat(message.eventId()).isEqualTo("e1");
		assertThat(message.fields()).containsOnlyKeys("a", "b");
		assertThat(write(message)).startsWith("{'msg':'later','event_id':'e1',");
		assertThat(read(write(message))).isEqualTo(message);
		assertThat(read("{'msg':'later'}")).isEqualTo(new UnknownMessage("later", null, Map.of()));
	}

	@Test
	void missingKindIsUnknown() {
		UnknownMessage message = (UnknownMessage) read("{'event_id':'e1','a':1}");
		assertThat(message.msg()).isEmpty();
		assertThat(message.fields()).containsOnlyKeys("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "1", "'text'", "{'msg':'estimation','rank':{}}",
			"{'msg':'process_completed','output':[]}", "{'msg':'process_completed','output':{'data':1}}" })
	void garbageIsRefused(String json) {
		assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> read(json));
	}

	@Test
	void missingFieldsHaveTheDefaultsOfGradio() {
		assertThat(read("{'msg':'log','event_id':'e1','log':'x'}"))
			.isEqualTo(new LogMessage("e1", "x", LogLevel.INFO, null, true, ""));
		assertThat(read("{'msg':'progress','event_id':'e1'}")).isEqualTo(new Progress("e1", List.of()));
		assertThat(read("{'msg':'estimation','event_id':'e1'}")).isEqualTo(new Estimation("e1", null, 0, null));
		assertThat(read("{'msg':'process_completed','event_id':'e1','success':true}"))
			.isEqualTo(new ProcessCompleted("e1", new EmptyOutput(), true, null, null, null, null));
		assertThat(read("{'msg':'unexpected_error','message':'m'}")).isEqualTo(UnexpectedError.of("m"));
	}

	@ParameterizedTest
	@CsvSource({ "info,INFO", "warning,WARNING", "success,SUCCESS", "error,ERROR", "later,INFO" })
	void logLevels(String wireName, LogLevel level) {
		LogMessage message = (LogMessage) read("{'msg':'log','log':'x','level':'" + wireName + "'}");
		assertThat(message.level()).isEqualTo(level);
	}

	@Test
	void cacheUse() {
		assertThat(MAPPER.readValue("[\"full\",\"partial\",\"later\",null]", CacheUse[].class))
			.containsExactly(CacheUse.FULL, CacheUse.PARTIAL, null, null);
		assertThat(MAPPER.writeValueAsString(CacheUse.PARTIAL)).isEqualTo("\"partial\"");
	}

	@Test
	void errorOutputsHaveThreeShapes() {
		assertThat(write(ErrorOutput.hidden())).isEqualTo("{'error':null}");
		assertThat(write(ErrorOutput.plain("text"))).isEqualTo("{'error':'text','visible':true}");
		assertThat(write(ErrorOutput.application("text", 5.0, false, "Title")))
			.isEqualTo("{'error':'text','duration':5,'visible':false,'title':'Title'}");
		assertThat(write(ErrorOutput.application("text", 2.5, true, "Error")))
			.isEqualTo("{'error':'text','duration':2.5,'visible':true,'title':'Error'}");
		assertThat(write(ErrorOutput.application("text", null, true, "Error")))
			.isEqualTo("{'error':'text','duration':null,'visible':true,'title':'Error'}");
	}

	@Test
	void outputsAreToldApartByTheirKeys() {
		assertThat(readOutput("{}")).isEqualTo(new EmptyOutput());
		assertThat(readOutput("{'later':{'error':1,'data':[]}}")).isEqualTo(new EmptyOutput());
		assertThat(readOutput("{'error':null}")).isEqualTo(ErrorOutput.hidden());
		assertThat(readOutput("{'visible':true,'error':'x'}")).isEqualTo(ErrorOutput.plain("x"));
		assertThat(readOutput("{'data':[],'error':'x'}")).isEqualTo(new ErrorOutput("x", null, null, null));
		assertThat(readOutput("{'error':{'a':1}}")).isEqualTo(new ErrorOutput("{\"a\":1}", null, null, null));
		assertThat(readOutput("{'data':null}")).isEqualTo(OutputData.of(List.of(), null, null, null));
		OutputData data = (OutputData) readOutput(
				"{'changed_state_ids':[3],'used_cache':'partial','render_config':{'a':1},'data':[null,1,[2]]}");
		assertThat(data.changedStateIds()).containsExactly(3);
		assertThat(data.usedCache()).isEqualTo(CacheUse.PARTIAL);
		assertThat(data.renderConfig()).isEqualTo(MAPPER.readTree("{\"a\":1}"));
		assertThat(data.data()).hasSize(3).first().matches(JsonNode::isNull);
		assertThat(data.isGenerating()).isNull();
	}

	private static ServerMessage read(String json) {
		return MAPPER.readValue(json.replace('\'', '"'), ServerMessage.class);
	}

	private static Output readOutput(String json) {
		return MAPPER.readValue(json.replace('\'', '"'), Output.class);
	}

	private static String write(Object value) {
		if (value instanceof List<?> list) {
			return MAPPER.writerFor(MAPPER.getTypeFactory().constructCollectionType(List.class, ServerMessage.class))
				.writeValueAsString(list)
				.replace('"', '\'');
		}
		return MAPPER.writeValueAsString(value).replace('"', '\'');
	}

}
