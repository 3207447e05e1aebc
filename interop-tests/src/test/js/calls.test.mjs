import { assert, connect, events, ours, stages, test, urls, values } from "./support.mjs";

test("a hundred jobs on one client", async () => {
	const client = await connect();
	const jobs = Array.from({ length: 100 }, (_, i) => client.predict("/calculator", [i, "add", 1]));
	assert.deepEqual((await Promise.all(jobs)).map((r) => r.data[0]), Array.from({ length: 100 }, (_, i) => i + 1));
});

test("defaults of all types", async () => {
	const { data } = await (await connect()).predict("/all_types", {});
	assert.deepEqual(data, [{
		text: "dflt", number: 1.5, slider: 4, flag: true, radio: "a", dropdown: "y", multi: ["x"], group: ["p"],
		color: "#ff0000", json: { k: 1 }, table: [["r", 1]], code: "print(1)",
	}]);
});

test("values of all types", async () => {
	const given = {
		text: "t", number: -3, slider: 6, flag: false, radio: "b", dropdown: "z", multi: ["x", "z"], group: [],
		color: "#00ff00", json: [1, { a: null }], table: { headers: ["c1", "c2"], data: [["s", 2]], metadata: null },
		code: "x = 1",
	};
	const { data } = await (await connect()).predict("/all_types", given);
	assert.deepEqual(data, [{ ...given, table: [["s", 2]] }]);
});

test("sessions are apart", async () => {
	const one = await connect();
	const two = await connect();
	const next = async (client) => (await client.predict("/increment_with_queue", [])).data[0];
	assert.deepEqual([await next(one), await next(one), await next(two), await next(one)], [1, 2, 1, 3]);
});

test("files go up and come back", async () => {
	const client = await connect();
	const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
	const file = new File([bytes], "r\u00e9sum\u00e9 1.bin");
	const [many, one] = (await client.predict("/file_io", [[file], file])).data;
	for (const result of [many[0], one]) {
		assert.equal(result.size, 70_000);
		const answer = await fetch(result.url, { headers: { Range: "bytes=256-260" } });
		assert.equal(answer.status, 206);
		assert.deepEqual([...new Uint8Array(await answer.arrayBuffer())], [0, 1, 2, 3, 4]);
		assert.deepEqual(new Uint8Array(await (await fetch(result.url)).arrayBuffer()), bytes);
	}
});

test("application errors carry their fields", async () => {
	await assert.rejects((await connect()).predict("/gr_error", ["x"]), (error) => {
		assert.deepEqual([error.message, error.title, error.duration, error.visible],
			["Bad input: x", "Custom title", 5, false]);
		return true;
	});
});

test("refused values say why, and the client is usable after", async () => {
	const client = await connect();
	await assert.rejects(client.predict("/bounded", [11]), /Value 11 is greater than maximum value 10/);
	await assert.rejects(client.predict("/calculator", [1, "power", 2]), /is not in the list of choices/);
	const seen = await events(client.submit("/validate_age", [5]));
	assert.equal(stages(seen).at(-1), "error");
	assert.match(JSON.stringify(seen), /Age must be over 18/);
	assert.deepEqual((await client.predict("/greet", ["Bob", "!"])).data, ["Hello Bob!"]);
});

test("too few values", ours, async () => {
	const client = await connect();
	await assert.rejects(client.predict("/greet", ["Bob"]), (error) => {
		assert.match(JSON.stringify(error) + error.message, /2/);
		return true;
	});
	assert.deepEqual((await client.predict("/greet", ["Bob", "!"])).data, ["Hello Bob!"]);
});

test("hidden errors stay hidden", async () => {
	const seen = await events((await connect(urls.limits)).submit("/plain_error", ["x"]));
	assert.equal(stages(seen).at(-1), "error");
	assert.doesNotMatch(JSON.stringify(seen), /secret detail/);
});

test("a full queue is told", async () => {
	const client = await connect(urls.limits);
	const jobs = await Promise.all(Array.from({ length: 5 }, (_, i) => events(client.submit("/slow", [`n${i}`]))));
	const ends = jobs.map((seen) => stages(seen).at(-1));
	assert.ok(ends.includes("error") && ends.includes("complete"), ends.join());
	assert.match(JSON.stringify(jobs), /currently busy/);
});

for (const url of urls.mounted) {
	test(`calls, streams and files at ${new URL(url).pathname}`, async () => {
		const client = await connect(url);
		assert.equal(client.config.root, url);
		assert.deepEqual((await client.predict("/calculator", [1, "add", 2])).data, [3]);
		const seen = await events(client.submit("/stream_pair", ["ab"]));
		assert.deepEqual(values(seen), [["a", 1], ["ab", 2], ["ab", 2]]);
		const [file] = (await client.predict("/make_file", ["content"])).data;
		assert.equal(await (await fetch(file.url)).text(), "content");
		await assert.rejects(client.predict("/gr_error", ["x"]), /Bad input: x/);
	});
}
