"""What Building Interfaces shows: images, examples, descriptions, flagging, live, the four kinds."""
import os
import random

import gradio as gr
import numpy as np

SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])


def tint(image):
    return np.clip(image @ SEPIA.T, 0, 255).astype(np.uint8)


def sepia():
    return gr.Interface(tint, gr.Image(label="photo"), gr.Image(label="tinted"), api_name="tint")


def calculate(first, operation, second):
    if operation == "divide" and second == 0:
        raise gr.Error("Cannot divide by zero!")
    return {"add": first + second, "subtract": first - second, "multiply": first * second,
            "divide": first / (second or 1)}[operation]


def calculator(**settings):
    return gr.Interface(calculate, ["number", gr.Radio(["add", "subtract", "multiply", "divide"], value="add"), "number"],
                        gr.Number(label="result"), api_name="calculate", **settings)


def examples():
    return calculator(examples=[[45, "add", 3], [3.5, "divide", 2], [144, "subtract", 2.5]], title="Toy Calculator",
                      description="Two numbers and what to do with them. **Try an example.**",
                      article="A result is a *number*.")


def repeat(word, times, separator):
    return separator.join([word] * int(times))


def additional():
    return gr.Interface(repeat, gr.Textbox(label="word", info="Any word will do"), "text", api_name="repeat",
                        additional_inputs=[gr.Slider(1, 5, value=2, step=1, label="times"),
                                           gr.Textbox(" ", label="separator")],
                        additional_inputs_accordion=gr.Accordion("More", open=False))


def flag_manual():
    return calculator(flagging_mode="manual", flagging_options=["wrong sign", "off by one", "other"],
                      flagging_dir=os.path.abspath("flag_manual"))


def flag_auto():
    return calculator(flagging_mode="auto", flagging_dir=os.path.abspath("flag_auto"))


def live():
    return calculator(live=True, flagging_mode="never")


def output_only():
    return gr.Interface(lambda: random.randint(1, 6), None, gr.Number(label="dice"), api_name="roll")


NOTES = []


def input_only():
    return gr.Interface(NOTES.append, gr.Textbox(label="note"), None, api_name="note")


def unified():
    text = gr.Textbox(label="text")
    return gr.Interface(lambda text: text + text[::-1], text, text, api_name="mirror")


def flip(frame):
    return np.flip(frame, axis=0) if frame is not None else None


def stream():
    return gr.Interface(flip, gr.Image(label="camera", sources=["webcam"], streaming=True), gr.Image(label="flipped"),
                        live=True, flagging_mode="never", api_name="flip")


DEMOS = {"sepia": sepia, "examples": examples, "additional": additional, "flag_manual": flag_manual,
         "flag_auto": flag_auto, "live": live, "standard": calculator, "output_only": output_only,
         "input_only": input_only, "unified": unified, "stream": stream}
