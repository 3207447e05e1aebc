"""gr.load: Gradio rebuilds the page from /config and serves the endpoints as its own."""
import pytest


@pytest.fixture(scope="module")
def loaded(request):
    from conftest import url_of

    gr = pytest.importorskip("gradio")
    from gradio.external import from_spaces_blocks

    app = gr.load(url_of("BASE_URL"), src=from_spaces_blocks)
    _, url, _ = app.launch(
        server_name="127.0.0.1", prevent_thread_lock=True, quiet=True, share=False, inbrowser=False, ssr_mode=False)
    yield url
    app.close()


@pytest.mark.timeout(120)
def test_endpoints_answer_through_the_loaded_page(loaded, connect):
    client = connect(loaded)
    assert client.predict("Bob", "!", api_name="/greet") == "Hello Bob!"
    assert client.predict(1, "add", 2, api_name="/calculator") == 3
    assert client.predict("x", 4, api_name="/swap") == (4, "x")
    assert client.predict(api_name="/all_types")["multi"] == ["x"]


@pytest.mark.timeout(120)
def test_streams_go_through_the_loaded_page(loaded, connect):
    job = connect(loaded).submit("abc", api_name="/spell")
    assert job.result(timeout=20) == "abc"
    assert job.outputs()[-1] == "abc"
