"""Uploads and downloads, as the client does them and as HTTP shows them."""
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from gradio_client import handle_file


def file_data(path):
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


@pytest.fixture
def content():
    return bytes(range(256)) * 4096  # 1 MiB


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def test_bytes_come_back(client, tmp_path, content):
    original = tmp_path / "all bytes.bin"
    original.write_bytes(content)
    _, echoed = client.predict(None, handle_file(original), api_name="/file_io")
    assert digest(echoed) == digest(original)
    assert Path(echoed).name == "all bytes.bin"


def test_several_files_keep_their_order(client, tmp_path):
    files = []
    for i in range(5):
        files.append(tmp_path / f"part {i}.txt")
        files[-1].write_text(f"content of {i}")
    echoed, single = client.predict([handle_file(f) for f in files], None, api_name="/file_io")
    assert single is None
    assert [Path(f).read_text() for f in echoed] == [f"content of {i}" for i in range(5)]
    assert [Path(f).name for f in echoed] == [f.name for f in files]


@pytest.mark.parametrize("name", ["r\u00e9sum\u00e9 \u4f60\u597d.txt", "a+b=c&d%20.txt", "no extension", "..hidden", "50%.txt"])
def test_names_survive(client, tmp_path, name):
    original = tmp_path / name
    original.write_text("named")
    text, seen = client.predict(handle_file(original), api_name="/file_text")
    assert (text, seen) == ("named", name)
    _, echoed = client.predict(None, handle_file(original), api_name="/file_io")
    assert Path(echoed).read_text() == "named"


def test_empty_file(client, tmp_path):
    original = tmp_path / "empty.txt"
    original.touch()
    assert client.predict(handle_file(original), api_name="/file_text") == ("", "empty.txt")


def test_many_uploads_at_once(client, tmp_path, open_stream):
    def run(i):
        file = tmp_path / f"{i}.txt"
        file.write_text(str(i) * 1000)
        return client.predict(handle_file(file), api_name="/file_text")

    with open_stream(client), ThreadPoolExecutor(10) as pool:
        assert list(pool.map(run, range(30))) == [(str(i) * 1000, f"{i}.txt") for i in range(30)]


def test_produced_file(client):
    produced = client.predict("line\n\u00e9\n", api_name="/make_file")
    assert Path(produced).read_bytes() == "line\n\u00e9\n".encode()
    assert Path(produced).name == "my report.txt"


def test_image_comes_back(client, tmp_path):
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082")
    image = tmp_path / "dot.png"
    image.write_bytes(png)
    assert digest(client.predict(handle_file(image), api_name="/image_echo")) == digest(image)


def test_file_data_of_a_result(connect, base_url):
    data = connect(base_url, download_files=False).predict("12345", api_name="/make_file")
    assert set(data) == {"path", "url", "size", "orig_name", "mime_type", "is_stream", "meta"}
    assert (data["size"], data["orig_name"], data["is_stream"]) == (5, "my report.txt", False)
    assert data["url"] == base_url + "/gradio_api/file=" + data["path"].replace(" ", "%20")


def upload(api, *files):
    answer = api.post("/upload", files=[("files", f) for f in files])
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_upload_keeps_the_order_and_equal_files_have_equal_paths(api):
    one, two, three = upload(api, ("b.txt", b"x"), ("a.txt", b"y"), ("b.txt", b"x"))
    assert (Path(one).name, Path(two).name) == ("b.txt", "a.txt")
    assert one == three
    assert [one] == upload(api, ("b.txt", b"x"))
    assert [one] != upload(api, ("b.txt", b"z"))


@pytest.mark.parametrize("spec,status,start,end", [
    ("bytes=0-0", 206, 0, 0), ("bytes=10-19", 206, 10, 19), ("bytes=1048570-", 206, 1048570, 1048575),
    ("bytes=-6", 206, 1048570, 1048575), ("bytes=1048000-9999999", 206, 1048000, 1048575),
])
def test_ranges(api, content, spec, status, start, end):
    (path,) = upload(api, ("ranges.bin", content))
    answer = api.get("/file=" + path, headers={"Range": spec})
    assert answer.status_code == status
    assert answer.content == content[start:end + 1]
    assert answer.headers["content-range"] == f"bytes {start}-{end}/1048576"
    assert answer.headers["content-length"] == str(end + 1 - start)


def test_range_outside_the_file(api, content):
    (path,) = upload(api, ("ranges.bin", content))
    assert api.get("/file=" + path, headers={"Range": "bytes=2000000-"}).status_code == 416


def test_head_and_whole_file(api, content):
    (path,) = upload(api, ("ranges.bin", content))
    head = api.http.head(api.prefix + "/file=" + path)
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "1048576", b"")
    assert head.headers["accept-ranges"] == "bytes"
    assert api.get("/file=" + path).content == content


@pytest.mark.parametrize("name,body,inline", [
    ("page.html", b"<script>alert(1)</script>", False),
    ("image.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", False),
    ("text.txt", b"plain", True),
    ("dot.png", b"\x89PNG", True),
])
def test_browsers_are_not_given_active_content(api, name, body, inline):
    (path,) = upload(api, (name, body))
    answer = api.get("/file=" + path)
    assert answer.content == body
    assert ("attachment" in answer.headers.get("content-disposition", "")) is not inline


@pytest.mark.parametrize("path", [
    "/etc/passwd", "../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "file:///etc/passwd", "/", ".",
    "no such file", "C:\\windows\\win.ini", "http://127.0.0.1:1/x",
])
def test_other_files_are_refused(api, path):
    assert api.get("/file=" + path).status_code in (400, 403, 404)
    end = api.post("/run/file_text", {"data": [file_data(path)]})
    assert end.status_code >= 400
    assert "root:" not in end.text


@pytest.mark.parametrize("value", [file_data("/etc/passwd"), {"path": "/etc/passwd"}, "/etc/passwd"])
def test_a_path_that_was_not_handed_out_fails_the_job(api, value):
    # the client itself would upload the file, so the route is called
    answer = api.post("/call/file_text", {"data": [value]})
    if answer.status_code == 200:
        text = api.get("/call/file_text/" + answer.json()["event_id"]).text
        assert text.startswith("event: error\ndata: ")
        assert "root:" not in text
    else:
        assert answer.status_code == 422


def test_the_limit_holds_on_both_sides(connect, limits_url, tmp_path, http):
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 20_000)
    small = tmp_path / "small.bin"
    small.write_bytes(b"x" * 15_000)
    client = connect(limits_url)
    assert client.config["max_file_size"] == 15360
    with pytest.raises(ValueError, match="exceeds"):
        client.predict(handle_file(big), api_name="/upload_small")
    assert client.predict(handle_file(small), api_name="/upload_small") == "Upload successful"
    route = limits_url + "/gradio_api/upload"
    assert http.post(route, files={"files": ("big.bin", b"x" * 15_361)}).status_code == 413
    assert http.post(route, files={"files": ("fits.bin", b"x" * 15_360)}).status_code == 200


def test_upload_progress_can_be_followed(api):
    upload_id = os.urandom(5).hex()
    answer = api.post("/upload?upload_id=" + upload_id, files={"files": ("p.bin", b"x" * 300_000)})
    assert answer.status_code == 200
    assert api.get("/upload_progress?upload_id=" + upload_id).status_code in (200, 404)
