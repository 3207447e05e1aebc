"""Cancelling, and clients that leave: nothing goes on behind their back."""
import json
import time

import pytest
from gradio_client.utils import Status


def messages(answer):
    return (json.loads(line[6:]) for line in answer.iter_lines() if line)


def test_running_generator_stops(client, until):
    job = client.submit(api_name="/iterate")
    until(lambda: len(job.outputs()) >= 2)
    job.cancel()
    until(job.done)
    assert job.status().code == Status.CANCELLED
    stopped_at = steady(client, until)
    assert stopped_at < 19


def steady(client, until):
    """The step at which the generator stands still, seen for longer than a step takes."""
    def standing():
        step = client.predict(api_name="/iterate_step")
        time.sleep(0.7)
        return [step] if client.predict(api_name="/iterate_step") == step else None
    return until(standing)[0]


def test_next_call_starts_afresh(client, until):
    job = client.submit(api_name="/iterate")
    until(lambda: len(job.outputs()) >= 2)
    job.cancel()
    again = client.submit(api_name="/iterate")
    until(lambda: len(again.outputs()) >= 2)
    assert again.outputs()[:2] == [0, 1]
    again.cancel()


def test_waiting_work_leaves_the_queue(client, connect, base_url, api, until):
    # Gradio cancels all calls of the session to the endpoint, hence a client of its own
    running = connect(base_url).submit(1.5, api_name="/sleep")
    until(lambda: running.status().code == Status.PROCESSING)
    waiting = client.submit(1.5, api_name="/sleep")
    until(lambda: api.waiting() == 1)
    waiting.cancel()
    assert api.waiting() == 0
    assert running.result(timeout=20) == 1.5


def test_cancelled_waiting_work_never_runs(api):
    cancelled = api.session + "c"
    api.join("iterate")
    event = api.join("iterate", session=cancelled)
    assert api.post("/cancel", {
        "event_id": event, "session_hash": cancelled, "fn_index": api.fn("iterate")}).json() == {"success": True}
    with api.stream(cancelled) as answer:
        kinds = [(m["msg"], m.get("output")) for m in messages(answer)]
    assert kinds[0][0] == "estimation"
    assert kinds[1:] == [("process_completed", {}), ("close_stream", None)]
    with api.stream() as answer:
        for message in messages(answer):
            if message["msg"] == "process_generating":
                break
    # leaving the stream ends the first one too


def test_cancelling_what_is_unknown_or_over_changes_nothing(api):
    event = api.join("greet", "Bob", "!")
    with api.stream() as answer:
        list(messages(answer))
    for event_id in (event, "0" * 32, "no such event"):
        answer = api.post("/cancel", {"event_id": event_id, "session_hash": api.session, "fn_index": 0})
        assert (answer.status_code, answer.json()) == (200, {"success": True})
    assert api.post("/run/greet", {"data": ["Bob", "!"]}).json()["data"] == ["Hello Bob!"]


@pytest.mark.ours
def test_only_the_session_itself_can_cancel(api):
    event = api.join("spell", "abc")
    api.post("/cancel", {"event_id": event, "session_hash": "somebody-else", "fn_index": api.fn("spell")})
    with api.stream() as answer:
        completed = [m for m in messages(answer) if m["msg"] == "process_completed"]
    assert [m["output"]["data"] for m in completed] == [["abc"]]


def test_client_that_leaves_in_mid_stream_stops_its_generator(client, api, until):
    api.join("iterate")
    with api.stream() as answer:
        seen = 0
        for message in messages(answer):
            seen += message["msg"] == "process_generating"
            if seen == 2:
                break
    assert steady(client, until) < 19
    job = client.submit(api_name="/iterate")  # and its place in the queue is free
    until(lambda: len(job.outputs()) >= 1)
    job.cancel()


def test_waiting_work_of_a_client_that_leaves_is_removed(client, api, until):
    running = client.submit(3, api_name="/sleep")
    until(lambda: running.status().code == Status.PROCESSING)
    api.join("sleep", 3)
    assert api.waiting() == 1
    with api.stream() as answer:
        assert next(messages(answer))["msg"] == "estimation"
    until(lambda: api.waiting() == 0, 2.5)
    assert not running.done()
    running.cancel()


def test_cancelling_one_job_leaves_the_others(client, until):
    iterating = client.submit(api_name="/iterate")
    spelling = client.submit("abcdef", api_name="/spell")
    until(lambda: len(iterating.outputs()) >= 1 and len(spelling.outputs()) >= 1)
    iterating.cancel()
    assert spelling.result(timeout=20) == "abcdef"
    assert spelling.outputs() == ["abcdef"[: i + 1] for i in range(6)]


@pytest.mark.ours
def test_cancelling_a_waiting_job_leaves_the_running_one_of_the_same_session(client, api, until):
    running = client.submit(1.5, api_name="/sleep")
    until(lambda: running.status().code == Status.PROCESSING)
    waiting = client.submit(1.5, api_name="/sleep")
    until(lambda: api.waiting() == 1)
    waiting.cancel()
    assert running.result(timeout=20) == 1.5
