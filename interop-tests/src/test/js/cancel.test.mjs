import { assert, connect, events, ours, test, until, urls, values, waiting } from "./support.mjs";

const step = async () => (await (await connect()).predict("/iterate_step", [])).data[0];

test("cancelling stops a running generator", async () => {
	const job = (await connect()).submit("/iterate", []);
	let seen = 0;
	for await (const event of job) {
		if (event.type === "data" && ++seen === 2) {
			await job.cancel();
			break;
		}
	}
	const stopped = await until(async () => {
		const before = await step();
		await new Promise((resolve) => setTimeout(resolve, 700));
		return (await step()) === before && [before];
	});
	assert.ok(stopped[0] < 19);
});

test("cancelling takes waiting work out of the queue", async () => {
	const running = (await connect()).submit("/sleep", [1.5]);
	const done = events(running);
	const client = await connect();
	await new Promise((resolve) => setTimeout(resolve, 300));
	const cancelled = client.submit("/sleep", [1.5]);
	await until(async () => (await waiting()) === 1);
	await cancelled.cancel();
	await until(async () => (await waiting()) === 0);
	assert.deepEqual(values(await done), [[1.5]]);
});

test("a page that leaves gives its place back", async () => {
	const abort = new AbortController();
	const session = Math.random().toString(36).slice(2);
	const config = await (await fetch(`${urls.base}/config`)).json();
	const { id } = config.dependencies.find((d) => d.api_name === "iterate");
	await fetch(`${urls.base}/gradio_api/queue/join`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ data: [], fn_index: id, session_hash: session }),
	});
	const stream = await fetch(`${urls.base}/gradio_api/queue/data?session_hash=${session}`, { signal: abort.signal });
	const reader = stream.body.getReader();
	let text = "";
	while (!text.includes("process_generating")) text += new TextDecoder().decode((await reader.read()).value);
	abort.abort();
	const job = (await connect()).submit("/iterate", []);
	for await (const event of job) {
		if (event.type === "data") {
			assert.deepEqual(event.data, [0]);
			await job.cancel();
			break;
		}
	}
});
