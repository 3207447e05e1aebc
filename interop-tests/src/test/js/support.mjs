// Shared by the suites. BASE_URL, LIMITS_URL, SERVER_URL and MOUNTED_URLS say where the servers are;
// OURS=false leaves out what does not hold for real Gradio.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "@gradio/client";

const trimmed = (url) => url?.replace(/\/$/, "");

export const urls = {
	base: trimmed(process.env.BASE_URL),
	limits: trimmed(process.env.LIMITS_URL),
	server: trimmed(process.env.SERVER_URL),
	mounted: (process.env.MOUNTED_URLS ?? "").split(/\s+/).filter(Boolean).map(trimmed),
};

export const ours = { skip: process.env.OURS === "false" && "not so with real Gradio" };

const clients = [];

export async function connect(url = urls.base, options = {}) {
	assert.ok(url, "the URL of the server is not set");
	const client = await Client.connect(url, { events: ["data", "status", "log"], ...options });
	clients.push(client);
	return client;
}

after(() => clients.forEach((client) => client.close()));

/** All events of a job up to its last one. */
export async function events(job, each = () => {}) {
	const seen = [];
	for await (const event of job) {
		seen.push(event);
		await each(event, seen);
	}
	return seen;
}

export const values = (seen) => seen.filter((e) => e.type === "data").map((e) => e.data);

export const stages = (seen) => seen.filter((e) => e.type === "status").map((e) => e.stage);

export async function until(condition, seconds = 20) {
	const end = Date.now() + seconds * 1000;
	while (Date.now() < end) {
		const value = await condition();
		if (value) return value;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(`not within ${seconds} seconds`);
}

export const waiting = async (url = urls.base) =>
	(await (await fetch(`${url}/gradio_api/queue/status`)).json()).queue_size;

export { assert, test };
