import { assert, connect, events, stages, test, urls, values } from "./support.mjs";

const prefixes = (text) => Array.from(text, (_, i) => text.slice(0, i + 1));

test("each value of a generator arrives in order", async () => {
	const seen = await events((await connect()).submit("/spell", ["stream"]));
	assert.deepEqual(values(seen).flat(), [...prefixes("stream"), "stream"]);
	assert.equal(stages(seen)[0], "pending");
	assert.equal(stages(seen).at(-1), "complete");
});

test("several outputs stream together", async () => {
	const seen = await events((await connect()).submit("/stream_pair", ["xyz"]));
	assert.deepEqual(values(seen), [["x", 1], ["xy", 2], ["xyz", 3], ["xyz", 3]]);
});

test("nested values are rebuilt", async () => {
	const seen = [];
	for await (const event of (await connect(urls.server)).submit("/stream_nested", [])) {
		// the client changes a value in place when the next one comes
		if (event.type === "data") seen.push(structuredClone(event.data[0]));
	}
	assert.deepEqual(seen, [
		{ title: "a", items: [1, 2, 3], meta: { done: false } },
		{ title: "ab", items: [1, 2, 3, 4], meta: { done: false } },
		{ title: "ab", items: [1, 9], meta: { done: true, k: null } },
		{ title: "x", items: [], extra: [{ y: 1 }] },
		[1],
		[1],
	]);
});

test("jobs of one client keep apart", async () => {
	const client = await connect();
	const [words, numbers, pairs] = await Promise.all([
		events(client.submit("/spell", ["abcd"])),
		events(client.submit("/count", [4])),
		events(client.submit("/stream_pair", ["xyz"])),
	]);
	assert.deepEqual(values(words).flat(), [...prefixes("abcd"), "abcd"]);
	assert.deepEqual(values(numbers).flat(), ["0", "1", "2", "3", "3"]);
	assert.deepEqual(values(pairs).at(-1), ["xyz", 3]);
});

test("a generator without values", async () => {
	assert.deepEqual((await (await connect()).predict("/no_yield", ["x"])).data, [null]);
});

test("values before an error are kept", async () => {
	const seen = await events((await connect()).submit("/count_exception", [6]));
	assert.deepEqual(values(seen).flat(), ["0", "1", "2"]);
	assert.equal(stages(seen).at(-1), "error");
});

test("text of every kind", async () => {
	const client = await connect();
	for (const text of ["", "a\r\nb\n\n", "data: {}\n\n", "\u2028\u2029\u0085", "\u{1F600} e\u0301", "\u0001"]) {
		assert.deepEqual((await client.predict("/greet", [text, "!"])).data, [`Hello ${text}!`]);
	}
	assert.deepEqual((await client.predict("/unicode", [])).data, ["before\u0085after \u2028 \u{1F600} \u00e9"]);
	assert.equal((await client.predict("/big", [])).data[0].length, 360_000);
});
