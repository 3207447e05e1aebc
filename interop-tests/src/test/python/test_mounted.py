"""The same endpoints under other paths, behind a proxy and in other containers: MOUNTED_URLS."""
import os
from pathlib import Path

import pytest
from gradio_client import handle_file

URLS = os.environ.get("MOUNTED_URLS", "").split()


@pytest.fixture(params=URLS or [None])
def mounted(request):
    if request.param:
        return request.param.rstrip("/")
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail("MOUNTED_URLS is not set")
    return pytest.skip("MOUNTED_URLS is not set")


@pytest.mark.parametrize("slash", ["", "/"])
def test_calls(connect, mounted, slash):
    client = connect(mounted + slash)
    assert client.predict(1, "add", 2, api_name="/calculator") == 3
    assert client.predict("x", api_name="/fast") == "fast:x"
    assert "/greet" in client.view_api(return_format="dict", print_info=False)["named_endpoints"]


def test_streams(connect, mounted):
    job = connect(mounted).submit("streams", api_name="/stream_pair")
    assert job.result(timeout=20) == ("streams", 7)
    assert len(job.outputs()) == 7


def test_cancels(connect, mounted, until):
    client = connect(mounted)
    job = client.submit(api_name="/iterate")
    until(lambda: len(job.outputs()) >= 2)
    job.cancel()
    again = client.submit(api_name="/iterate")
    until(lambda: len(again.outputs()) >= 1)
    again.cancel()


def test_files(connect, mounted, tmp_path):
    client = connect(mounted)
    file = tmp_path / "mounted \u00e9.txt"
    file.write_text("content")
    assert client.predict(handle_file(file), api_name="/file_text") == ("content", "mounted \u00e9.txt")
    assert Path(client.predict("made", api_name="/make_file")).read_text() == "made"


def test_errors(connect, mounted):
    with pytest.raises(Exception, match="Bad input: x"):
        connect(mounted).predict("x", api_name="/gr_error")


def test_sessions(connect, mounted):
    client = connect(mounted)
    assert [client.predict(api_name="/increment_with_queue") for _ in range(2)] == [1, 2]


def test_many_jobs(connect, mounted, open_stream):
    client = connect(mounted)
    with open_stream(client):
        jobs = [client.submit(i, "add", 1, api_name="/calculator") for i in range(30)]
        assert [job.result(timeout=40) for job in jobs] == list(range(1, 31))


def test_root_is_where_the_client_found_it(http, mounted):
    assert http.get(mounted + "/config").json()["root"] == mounted


def test_root_follows_a_proxy(http, mounted):
    path = httpx_path(mounted)
    root = http.get(mounted + "/config", headers={
        "X-Forwarded-Host": "public.example", "X-Forwarded-Proto": "https"}).json()["root"]
    assert root == "https://public.example" + path


def test_urls_of_files_follow_the_proxy_of_the_call(http, mounted):
    answer = http.post(mounted + "/gradio_api/run/make_file", json={"data": ["x"]}, headers={
        "X-Forwarded-Host": "public.example", "X-Forwarded-Proto": "https"})
    (file,) = answer.json()["data"]
    prefix = "https://public.example" + httpx_path(mounted) + "/gradio_api/file="
    assert file["url"].startswith(prefix)
    assert http.get(mounted + "/gradio_api/file=" + file["url"][len(prefix):]).text == "x"


def httpx_path(url):
    import httpx

    return httpx.URL(url).path.rstrip("/")
