"""An app of real Gradio below a path of another application: mounted_gradio.py <port>"""
import os
import sys
import threading

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio as gr  # noqa: E402
import uvicorn  # noqa: E402
from fastapi import FastAPI  # noqa: E402

with gr.Blocks() as demo:
    name, punctuation = gr.Textbox(label="Name"), gr.Textbox(label="Punctuation")
    greeting = gr.Textbox(label="Greeting")

    def greet(name, punctuation):
        return f"Hello {name}{punctuation}"

    gr.Button().click(greet, [name, punctuation], greeting, api_name="greet")

app = gr.mount_gradio_app(FastAPI(), demo, path="/deep/app")


class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print("READY", flush=True)


def stop_with_parent():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=stop_with_parent, daemon=True).start()
Server(uvicorn.Config(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")).run()
