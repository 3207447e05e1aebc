"""Wrong calls: both the client and plain HTTP get an error that says what is wrong."""
import pytest
from gradio_client.exceptions import AppError, ValidationError


def failure(client, *values, api_name):
    with pytest.raises((AppError, ValidationError, ValueError, TypeError)) as error:
        client.predict(*values, api_name=api_name)
    return str(error.value)


def test_the_client_is_usable_after_each_error(client):
    for name in ("/gr_error", "/plain_error", "/generator_error"):
        failure(client, "x", api_name=name)
        assert client.predict("Bob", "!", api_name="/greet") == "Hello Bob!"


def test_application_errors(client):
    assert failure(client, "x", api_name="/gr_error") == "Bad input: x"
    assert "Cannot divide by zero!" in failure(client, 1, "divide", 0, api_name="/calculator")
    assert "plain failure: x" in failure(client, "x", api_name="/plain_error")


def test_values_outside_of_choices_and_bounds(client):
    assert "is not in the list of choices" in failure(client, 1, "power", 2, api_name="/calculator")
    assert "Value 11 is greater than maximum value 10." in failure(client, 11, api_name="/bounded")
    assert "Value -1 is less than minimum value 0." in failure(client, -1, api_name="/bounded")


def test_validation_names_the_parameter(client):
    assert failure(client, 18, api_name="/validate_age") == (
        "1 parameter(s) failed validation:\n- age: Age must be over 18")


def test_hidden_errors_stay_hidden(connect, limits_url, http):
    client = connect(limits_url)
    for name in ("/plain_error", "/generator_plain_error"):
        text = failure(client, "x", api_name=name)
        assert "secret detail" not in text
        assert "has not enabled verbose error reporting" in text
    assert failure(client, "x", api_name="/gr_error") == "Custom user-facing error message"
    answer = http.post(limits_url + "/gradio_api/run/plain_error", json={"data": ["x"]})
    assert (answer.status_code, answer.json()) == (500, {"error": None})


@pytest.mark.ours
@pytest.mark.parametrize("name,values,said", [
    ("/greet", ({"no": "text"}, "!"), "name"),
    ("/validate_age", ("old",), "age"),
    ("/sleep", ([1],), "seconds"),
])
def test_wrong_types_are_named(client, name, values, said):
    assert said in failure(client, *values, api_name=name)


@pytest.mark.ours
@pytest.mark.parametrize("data,said", [([], "2"), (["Bob"], "2"), (["Bob", "!", "?"], "2")])
def test_wrong_number_of_inputs(api, data, said):
    answer = api.post("/queue/join", {
        "data": data, "fn_index": api.fn("greet"), "session_hash": api.session})
    assert answer.status_code == 422
    assert "greet" in answer.text and said in answer.text


@pytest.mark.ours
def test_a_public_gradio_client_shows_the_wrong_number_of_inputs(api, client):
    index = api.fn("greet")
    with pytest.raises(Exception, match="(?i)input|required"):
        client.predict("only one", fn_index=index)


@pytest.mark.ours
@pytest.mark.parametrize("route,body,status", [
    ("/queue/join", {"data": [], "fn_index": 9999, "session_hash": "s"}, 404),
    ("/queue/join", {"data": [], "fn_index": -1, "session_hash": "s"}, 404),
    ("/call/nope", {"data": []}, 404),
    ("/call/v2/nope", {}, 404),
    ("/run/nope", {"data": []}, 404),
    ("/call/v2/greet", {"name": "Bob"}, 422),
    ("/call/v2/greet", {"name": "Bob", "punctuation": "!", "other": 1}, 422),
    ("/run/greet", {"data": ["Bob"]}, 422),
])
def test_plain_http_gets_a_reason(api, route, body, status):
    answer = api.post(route, body)
    assert answer.status_code == status
    assert answer.json()["detail"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b'{"data": 1, "fn_index": 0, "session_hash": "s"}', b"\xff"])
def test_bad_bodies(api, body):
    for route in ("/queue/join", "/call/greet", "/run/greet"):
        answer = api.http.post(api.prefix + route, content=body, headers={"content-type": "application/json"})
        assert 400 <= answer.status_code < 500, route
        assert answer.json()["detail"]


def test_unknown_routes(api):
    assert api.get("/nope").status_code == 404
    assert api.get("/queue/join").status_code == 405
    assert api.post("/info", {}).status_code == 405


def test_deep_json_does_not_break_the_server(api):
    depth = 20_000
    body = '{"data":[' + "[" * depth + "]" * depth + '],"fn_index":0,"session_hash":"s"}'
    answer = api.http.post(api.prefix + "/queue/join", content=body, headers={"content-type": "application/json"})
    assert answer.status_code >= 200
    assert api.post("/run/greet", {"data": ["Bob", "!"]}).json()["data"] == ["Hello Bob!"]
