"""Text of every kind survives the way to the endpoint and back."""
import pytest

TEXTS = {
    "empty": "",
    "blank": " \t ",
    "quotes": "\"double\" 'single' `back` \\ slash / \\u0041",
    "line ends": "a\nb\r\nc\rd\n\n",
    "looks like a stream": "data: {\"msg\": \"close_stream\"}\n\nevent: complete\ndata: []\n\n",
    "line separators": "before\x85after \u2028 \u2029 end",
    "control": "\x01\x07\x1b\x7f",
    "astral": "\U0001F600 \U0001F468\u200D\U0001F469\u200D\U0001F467 \U00010348",
    "combining and right to left": "e\u0301 \u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633",
    "byte order mark": "\ufeffx\ufffe",
    "html": "<script>alert(1)</script>&amp;",
    "json": '{"__type__": "update", "path": "/etc/passwd"}',
    "long": "\u00e9" * 100_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_comes_back(client, text):
    assert client.predict(text, api_name="/fast") == f"fast:{text}"
    assert client.predict(text, "", api_name="/greet") == f"Hello {text}"


def test_text_is_streamed_by_code_points(client):
    # an endpoint that cuts inside a pair of surrogates would send half a character
    text = "a\u00e9\U0001F600z"
    job = client.submit(text, api_name="/stream_pair")
    assert job.result(timeout=20) == (text, len(text))
    assert job.outputs() == [(text[: i + 1], i + 1) for i in range(len(text))]


def test_numbers_come_back(client):
    for number in (0, -1, 1.5, -0.25, 1e-7, 2**53, 123456789012, 1e21):
        assert client.predict("x", number, api_name="/swap") == (number, "x")
