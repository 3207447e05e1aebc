"""Values other than text: choices, files, tables, conversations."""
import os

import gradio as gr

COLORS = ["red", "green", "blue"]


def choose(size, toppings, color):
    return f"{size}, {' and '.join(toppings) or 'plain'}, {color}"


def choices():
    return gr.Interface(choose,
                        [gr.Radio(["small", "large"], value="small", label="size", info="How much of it"),
                         gr.CheckboxGroup(["cheese", "olives", "basil"], label="toppings"),
                         gr.Dropdown(COLORS, value="red", label="color")],
                        gr.Textbox(label="order"), flagging_mode="never", api_name="choose")


def classify(text):
    """How much of each color is named; the labels that a classifier would give."""
    found = {color: text.lower().count(color) for color in COLORS}
    return {color: count / (sum(found.values()) or 1) for color, count in found.items()}


def labels():
    return gr.Interface(classify, gr.Textbox(label="text"), gr.Label(label="colors"), flagging_mode="never",
                        api_name="classify")


def shout(document):
    with open(document, encoding="utf-8") as source:
        text = source.read()
    path = os.path.abspath("shouted.txt")
    with open(path, "w", encoding="utf-8") as target:
        target.write(text.upper())
    return path


def file():
    return gr.Interface(shout, gr.File(label="document"), gr.File(label="shouted"), flagging_mode="never",
                        api_name="shout")


def total(table):
    sums = table.copy()
    sums["sum"] = sums["a"].astype(float) + sums["b"].astype(float)
    return sums


def dataframe():
    table = gr.Dataframe(headers=["a", "b"], datatype=["number", "number"], value=[[1, 2], [3, 4]], label="table")
    return gr.Interface(total, table, gr.Dataframe(label="sums"), flagging_mode="never", api_name="total")


def converse(message):
    return [gr.ChatMessage(role="user", content=message),
            gr.ChatMessage(role="assistant", content=f"You said: **{message}**")]


def chatbot():
    return gr.Interface(converse, gr.Textbox(label="message"), gr.Chatbot(label="conversation"), flagging_mode="never",
                        api_name="converse")


DEMOS = {"choices": choices, "labels": labels, "file": file, "dataframe": dataframe, "chatbot": chatbot}
