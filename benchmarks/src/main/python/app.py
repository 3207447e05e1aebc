"""The application under load on real Gradio: the endpoints of BenchmarkEndpoints, in Python."""
import sys
import time

import gradio as gr

with gr.Blocks() as demo:
    text, out = gr.Textbox(), gr.Textbox()
    count = gr.Number(precision=0)

    def echo(text):
        return text

    def tokens(count):
        value = ""
        for i in range(count):
            value += f"tok{i % 10} "
            yield value

    def slow(text):
        time.sleep(0.002)
        return text

    gr.Button().click(echo, text, out, api_name="echo")
    gr.Button().click(tokens, count, out, api_name="tokens")
    gr.Button().click(slow, text, out, api_name="slow")

demo.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), quiet=True, ssr_mode=False)
