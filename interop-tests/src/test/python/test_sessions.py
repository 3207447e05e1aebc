"""State belongs to a session: hidden from callers, kept between calls, apart from others."""
from concurrent.futures import ThreadPoolExecutor


def test_sessions_are_apart(connect, base_url):
    one, two = connect(base_url), connect(base_url)
    assert [one.predict(api_name="/increment_with_queue") for _ in range(3)] == [1, 2, 3]
    assert two.predict(api_name="/increment_with_queue") == 1
    assert one.predict(api_name="/increment_without_queue") == 4


def test_a_new_session_starts_afresh(client):
    assert client.predict(api_name="/increment_with_queue") == 1
    client.reset_session()
    assert client.predict(api_name="/increment_with_queue") == 1


def test_no_step_is_lost_under_load(client, open_stream):
    with open_stream(client), ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: client.predict(api_name="/increment_with_queue"), range(40)))
    assert sorted(seen) == list(range(1, 41))


def test_state_with_visible_values(client):
    assert client.predict("Bob", api_name="/greeting_counted") == ("Hello Bob", 1)
    assert client.predict(api_name="/open") == 2
    assert client.predict("Eve", api_name="/greeting_counted") == ("Hello Eve", 3)


def test_chat_history_travels_with_the_call(client):
    text, history = client.predict("hi", [], api_name="/stateful_chatbot")
    assert text == ""
    text, history = client.predict("again", history, api_name="/stateful_chatbot")
    assert [(m["role"], m["content"][0]["text"]) for m in history] == [
        ("user", "hi"), ("assistant", "I love you"), ("user", "again"), ("assistant", "I love you")]


def test_state_never_leaves_the_server(api):
    for name in ("increment_with_queue", "greeting_counted"):
        data = [None] if name.startswith("inc") else ["Bob", None]
        answer = api.post("/run/" + name, {"data": data, "session_hash": api.session}).json()
        assert answer["data"][0] is None


def test_callers_cannot_set_state(api):
    answer = api.post("/run/increment_with_queue", {"data": [41], "session_hash": api.session})
    assert answer.json()["data"] == [None, 1]


def test_calls_without_a_session_start_from_the_initial_value(api):
    for _ in range(2):
        assert api.post("/run/increment_with_queue", {"data": [None]}).json()["data"] == [None, 1]
        event = api.post("/call/increment_with_queue", {"data": []}).json()["event_id"]
        assert api.get(f"/call/increment_with_queue/{event}").text == "event: complete\ndata: [null, 1]\n\n"


def test_a_session_of_the_simple_form_is_the_session_of_the_stream(api):
    event = api.post("/call/increment_with_queue", {"data": [], "session_hash": api.session}).json()["event_id"]
    assert "[null, 1]" in api.get(f"/call/increment_with_queue/{event}").text
    answer = api.post("/run/increment_with_queue", {"data": [None], "session_hash": api.session})
    assert answer.json()["data"] == [None, 2]


def test_closing_a_client_ends_its_session(connect, limits_url, until):
    watcher = connect(limits_url)
    closed = watcher.predict(api_name="/unload_count")
    leaving = connect(limits_url)
    leaving.predict("x", api_name="/slow")
    leaving.close()
    until(lambda: watcher.predict(api_name="/unload_count") > closed, 40)
