// Edits that this project's encoder wrote, applied by the official client. The client keeps its
// decoder to itself, so a small server streams them to it: old value, edits, old value, edits ...
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { assert, connect, ours, test } from "./support.mjs";

const path = process.env.DIFF_SAMPLES;

function streaming(samples) {
	const message = (msg, fields) => `data: ${JSON.stringify({ msg, event_id: "e", success: true, ...fields })}\n\n`;
	const generating = (value) =>
		message("process_generating", { output: { data: [value], is_generating: true }, time_limit: null });
	const config = {
		version: "6.31.0", protocol: "sse_v3", api_prefix: "/gradio_api", connect_heartbeat: false,
		components: [{ id: 1, type: "json", props: {} }],
		dependencies: [{
			id: 0, api_name: "diffs", api_visibility: "public", queue: true, inputs: [], outputs: [1],
			targets: [], types: { generator: true, cancel: false }, backend_fn: true, connection: "sse",
		}],
	};
	const info = { named_endpoints: { "/diffs": { parameters: [], returns: [{ type: {}, component: "Json" }] } }, unnamed_endpoints: {} };
	const server = createServer((request, response) => {
		const json = (value) => {
			response.setHeader("content-type", "application/json");
			response.end(JSON.stringify(value));
		};
		const { pathname } = new URL(request.url, "http://localhost");
		if (pathname === "/config") return json({ ...config, root: `http://${request.headers.host}` });
		if (pathname === "/gradio_api/info") return json(info);
		if (pathname === "/gradio_api/queue/join") return json({ event_id: "e" });
		if (pathname !== "/gradio_api/queue/data") return response.writeHead(404).end();
		response.setHeader("content-type", "text/event-stream");
		samples.forEach(({ old, edits }, i) => {
			response.write(generating(i === 0 ? old : [["replace", [], old]]));
			response.write(generating(edits));
		});
		response.write(message("process_completed", { output: { data: [null], is_generating: false } }));
		response.end(message("close_stream", { event_id: null }));
	});
	return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("edits lead from the old value to the new one", { skip: ours.skip || (!path && "DIFF_SAMPLES is not set") }, async () => {
	const samples = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
	assert.ok(samples.length >= 1000);
	const server = await streaming(samples);
	try {
		const client = await connect(`http://127.0.0.1:${server.address().port}`);
		let seen = -1;
		for await (const event of client.submit("/diffs", [])) {
			if (event.type !== "data") continue;
			seen += 1;
			if (seen % 2 === 0 || seen >= 2 * samples.length) continue;
			const { old, new: wanted, edits } = samples[(seen - 1) / 2];
			assert.deepEqual(event.data[0], wanted, JSON.stringify({ old, edits }));
		}
		assert.ok(seen >= 2 * samples.length - 1, `only ${seen} values`);
	} finally {
		server.close();
		server.closeAllConnections();
	}
});
