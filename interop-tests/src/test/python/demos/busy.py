"""What takes its time or goes wrong: progress, queue, errors, toasts."""
import time

import gradio as gr


def count(steps, progress=gr.Progress()):
    """Half a second for each step; what it says after each and when it is over can be waited for."""
    for step in range(int(steps)):
        progress((step, int(steps)), desc="Counting", unit="steps")
        time.sleep(0.5)
    yield "counted"
    yield f"{int(steps)} steps"


def progress():
    return gr.Interface(count, gr.Slider(1, 200, value=4, step=1, label="steps"), gr.Textbox(label="done"),
                        flagging_mode="never", api_name="count")


def tell(words):
    for end in range(1, int(words) + 1):
        yield " ".join(str(number) for number in range(1, end + 1))
        time.sleep(0.2)


def generator():
    return gr.Interface(tell, gr.Slider(1, 500, value=5, step=1, label="words"), gr.Textbox(label="story"),
                        flagging_mode="never", api_name="tell")


def fail(message):
    raise gr.Error(message, title="Refused", duration=None)


def error():
    return gr.Interface(fail, gr.Textbox(label="message"), gr.Textbox(label="answer"), flagging_mode="never",
                        api_name="fail")


def announce(message):
    gr.Info(message, duration=None)
    gr.Warning(f"{message}, again", duration=None)
    return "said"


def toasts():
    return gr.Interface(announce, gr.Textbox(label="message"), gr.Textbox(label="answer"), flagging_mode="never",
                        api_name="announce")


DEMOS = {"progress": progress, "generator": generator, "error": error, "toasts": toasts}
