"""What the client can find out about endpoints, and that it is true."""
import ast
import subprocess
import sys

import pytest


def test_snippets_run_as_they_are(api):
    named = api.get("/info").json()["named_endpoints"]
    for name, said in {"/greet": "Hello Hello!!Hello!!", "/no_input": "constant", "/swap": (3, "Hello!!")}.items():
        snippet = named[name]["code_snippets"]["python"].replace("print(result)", "print(repr(result))")
        done = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, timeout=40)
        assert done.returncode == 0, done.stderr
        assert ast.literal_eval(done.stdout.splitlines()[-1]) == said


def test_every_public_endpoint_is_described(client):
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    public = {"/" + d["api_name"] for d in client.config["dependencies"]
              if d["api_visibility"] == "public" and d["backend_fn"]}
    assert set(named) == public
    for endpoint in named.values():
        for value in endpoint["parameters"] + endpoint["returns"]:
            assert value["label"] and value["component"] and value["python_type"]["type"]


def test_undocumented_endpoints_only_when_asked_for(api):
    assert "/undocumented" not in api.get("/info").json()["named_endpoints"]
    everything = api.get("/info?all_endpoints=True").json()["named_endpoints"]
    assert "/undocumented" in everything
    assert "/increment_private" not in everything


def test_examples_of_the_description_are_accepted(client):
    skipped = {"File", "Image", "Chatbot"}
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    for name in ("/greet", "/swap", "/all_types", "/bounded", "/calculator_defaults", "/validate_age"):
        parameters = named[name]["parameters"]
        assert not skipped & {p["component"] for p in parameters}
        if name == "/validate_age":
            continue  # its example is too young
        client.predict(**{p["parameter_name"]: p["example_input"] for p in parameters}, api_name=name)


def test_openapi_names_the_endpoints(api):
    document = api.get("/openapi.json").json()
    assert document["openapi"].startswith("3.")
    assert "/gradio_api/call/v2/greet" in document["paths"]
    assert not any("increment_private" in path for path in document["paths"])


def test_all_outputs_have_the_shape_that_clients_expect(client):
    values = client.predict(api_name="/all_outputs")
    assert values == (
        "text", 2.5, True, {"a": [1, None]},
        {"label": "cat", "confidences": [
            {"label": "cat", "confidence": 0.75}, {"label": "dog", "confidence": 0.25}]},
        [{"token": "Hi ", "class_or_confidence": None}, {"token": "Bob", "class_or_confidence": "PER"}],
        "<b>bold</b>", "**md**", "{}",
        {"headers": ["c1", "c2"], "data": [["r1", 1], ["r2", 2]], "metadata": None}, ["q"])


def test_monitoring_summary(api):
    api.post("/run/greet", {"data": ["Bob", "!"]})
    answer = api.http.get(api.base_url + "/monitoring/summary")
    assert answer.status_code == 200
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("path", ["/config", "/config/", "/gradio_api/info", "/gradio_api/info/"])
def test_documents_are_not_cut(http, base_url, path):
    answer = http.get(base_url + path)
    assert answer.headers["content-type"].startswith("application/json")
    assert "greet" in answer.text
