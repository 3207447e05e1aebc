"""Fixtures of the tests that drive a running fixture app with the official Python client.

The servers are given by environment variables: BASE_URL (profile main), LIMITS_URL, SERVER_URL,
and MOUNTED_URLS, a list of further servers of profile main under other paths or containers.
A test whose server is not given is skipped, unless REQUIRE_ALL=1.
"""
import os
import threading
import time
import uuid
from contextlib import contextmanager

os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import httpx  # noqa: E402
import pytest  # noqa: E402
from gradio_client import Client  # noqa: E402

API = "/gradio_api"


def url_of(name):
    url = os.environ.get(name)
    if url:
        return url.rstrip("/")
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{name} is not set")
    return pytest.skip(f"{name} is not set")


@pytest.fixture
def base_url():
    return url_of("BASE_URL")


@pytest.fixture
def limits_url():
    return url_of("LIMITS_URL")


@pytest.fixture
def server_url():
    return url_of("SERVER_URL")


@pytest.fixture
def connect(tmp_path):
    """Makes clients; each is closed at the end of the test."""
    clients = []

    def make(url, **options):
        options = {
            "verbose": False,
            "analytics_enabled": False,
            "download_files": str(tmp_path / "downloads"),
            **options,
        }
        clients.append(Client(url, **options))
        return clients[-1]

    yield make
    for client in clients:
        # close() waits for a heartbeat that is only read every few seconds
        threading.Thread(target=client.close, daemon=True).start()


@pytest.fixture
def client(connect, base_url):
    return connect(base_url)


@pytest.fixture
def http():
    with httpx.Client(timeout=20) as http:
        yield http


@pytest.fixture
def api(http, base_url):
    """Calls the routes below the API prefix, without any Gradio code."""
    return Api(http, base_url)


class Api:
    def __init__(self, http, base_url):
        self.http = http
        self.base_url = base_url
        self.prefix = base_url + API
        self.session = uuid.uuid4().hex[:11]

    def post(self, path, json=None, **options):
        return self.http.post(self.prefix + path, json=json, **options)

    def get(self, path, **options):
        return self.http.get(self.prefix + path, **options)

    def fn(self, name):
        dependencies = self.http.get(self.base_url + "/config").json()["dependencies"]
        return next(d["id"] for d in dependencies if d["api_name"] == name)

    def join(self, name, *data, session=None):
        answer = self.post("/queue/join", {
            "data": list(data), "fn_index": self.fn(name), "session_hash": session or self.session})
        assert answer.status_code == 200, answer.text
        return answer.json()["event_id"]

    def stream(self, session=None):
        """Opens the session's stream; to be used in a with statement."""
        return self.http.stream(
            "GET", self.prefix + "/queue/data", params={"session_hash": session or self.session})

    def waiting(self):
        return self.get("/queue/status").json()["queue_size"]


def until(condition, seconds=20):
    """Waits until the condition gives something true, and returns it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} seconds")


@contextmanager
def open_stream(client):
    """Keeps the client's stream open meanwhile. A call that the client makes just when its
    stream ends is lost, which happens with many threads and with real Gradio too."""
    job = client.submit(60, api_name="/unlimited")
    until(lambda: job.status().code.name == "PROCESSING")
    yield
    job.cancel()


@pytest.fixture(name="open_stream")
def open_stream_fixture():
    return open_stream


@pytest.fixture(name="until")
def until_fixture():
    return until
