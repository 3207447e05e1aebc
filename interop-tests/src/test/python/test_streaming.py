"""Values of generators: every one, in order, equal on both sides."""
import asyncio
import json
from concurrent.futures import ThreadPoolExecutor


def test_each_value_arrives_in_order(client):
    job = client.submit("streaming", api_name="/spell")
    assert list(job) == ["streaming"[: i + 1] for i in range(9)]
    assert job.result() == "streaming"


def test_values_arrive_while_the_endpoint_works(client):
    job = client.submit(8, api_name="/count")
    seen = []
    for value in job:
        seen.append((value, job.done()))
    assert [value for value, _ in seen] == [str(i) for i in range(8)]
    assert not seen[0][1], "the first value arrived with the last"


def test_nested_values(client):
    job = client.submit("hi", api_name="/stream_chat")
    job.result(timeout=20)
    replies = [[m["content"][0]["text"] for m in history] for history in job.outputs()]
    assert replies == [["hi", "I "], ["hi", "I am "], ["hi", "I am streaming"]]
    assert all([m["role"] for m in history] == ["user", "assistant"] for history in job.outputs())


def test_growing_table(client):
    job = client.submit(api_name="/stream_table")
    job.result(timeout=20)
    assert [table["data"] for table in job.outputs()] == [
        [["r0", 0]], [["r0", 0], ["r1", 1]], [["r0", 0], ["r1", 1], ["r2", 2]]]
    assert all(table["headers"] == ["c1", "c2"] for table in job.outputs())


def test_values_of_a_typed_endpoint(connect, server_url):
    job = connect(server_url).submit(api_name="/stream_nested")
    assert job.result(timeout=20) == [1]
    assert job.outputs() == [
        {"title": "a", "items": [1, 2, 3], "meta": {"done": False}},
        {"title": "ab", "items": [1, 2, 3, 4], "meta": {"done": False}},
        {"title": "ab", "items": [1, 9], "meta": {"done": True, "k": None}},
        {"title": "x", "items": [], "extra": [{"y": 1}]},
        [1],
    ]


def test_generators_of_one_session_keep_apart(client):
    words = client.submit("abcdef", api_name="/spell")
    numbers = client.submit(6, api_name="/count")
    pairs = client.submit("xyz", api_name="/stream_pair")
    assert words.result(timeout=20) == "abcdef"
    assert numbers.result(timeout=20) == "5"
    assert pairs.result(timeout=20) == ("xyz", 3)
    assert words.outputs() == ["abcdef"[: i + 1] for i in range(6)]
    assert numbers.outputs() == [str(i) for i in range(6)]
    assert pairs.outputs() == [("x", 1), ("xy", 2), ("xyz", 3)]


def test_generators_of_many_clients_at_once(connect, base_url):
    def run(text):
        job = connect(base_url).submit(text, api_name="/stream_pair")
        job.result(timeout=40)
        return job.outputs()

    texts = [f"client{i}" for i in range(8)]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(run, texts))
    assert results == [[(t[: i + 1], i + 1) for i in range(len(t))] for t in texts]


def test_no_value_at_all(client):
    assert client.predict("x", api_name="/no_yield") is None


def test_values_before_an_error_are_kept(client):
    job = client.submit(6, api_name="/count_exception")
    error = job.exception(timeout=20)
    assert "Oh no!" in str(error)
    assert job.outputs()[:3] == ["0", "1", "2"]


def test_async_iteration_sees_statuses_and_values(client):
    async def updates():
        return [u async for u in client.submit("abc", api_name="/spell")]

    seen = asyncio.run(updates())
    assert [u.outputs for u in seen if u.type == "output" and not u.final] == ["a", "ab", "abc"]
    codes = [u.code.name for u in seen if u.type == "status"]
    assert "IN_QUEUE" in codes or "PROCESSING" in codes
    assert codes[-1] == "FINISHED"


def test_stream_says_how_it_ends(api):
    api.join("spell", "ab")
    with api.stream() as answer:
        lines = [line for line in answer.iter_lines() if line]
    messages = [json.loads(line.removeprefix("data: ")) for line in lines]
    kinds = [m["msg"] for m in messages]
    assert kinds == ["estimation", "process_starts", "process_generating", "process_generating",
                     "process_completed", "close_stream"]
    assert messages[3]["output"]["data"] == [[["append", [], "b"]]]
    assert messages[4]["output"]["data"] == ["ab"]


def test_a_late_reader_misses_nothing(api, until):
    event = api.join("spell", "ab")
    until(lambda: api.waiting() == 0)
    other = api.join("greet", "Bob", "!")
    with api.stream() as answer:
        messages = [json.loads(line[6:]) for line in answer.iter_lines() if line]
    completed = {m["event_id"]: m["output"]["data"] for m in messages if m["msg"] == "process_completed"}
    assert completed == {event: ["ab"], other: ["Hello Bob!"]}


def test_session_can_be_used_again_after_its_stream_ended(api):
    for name in ("first", "second"):
        api.join("greet", name, "!")
        with api.stream() as answer:
            messages = [json.loads(line[6:]) for line in answer.iter_lines() if line]
        assert [m["msg"] for m in messages] == [
            "estimation", "process_starts", "process_completed", "close_stream"]
        assert messages[2]["output"]["data"] == [f"Hello {name}!"]
