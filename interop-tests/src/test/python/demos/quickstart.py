"""What the Quickstart shows: one function, its inputs and its outputs."""
import gradio as gr


def greet(name, intensity):
    return f"Hello, {name}{'!' * int(intensity)}"


def hello():
    return gr.Interface(greet, ["text", gr.Slider(1, 10, value=2, step=1)], ["text"], api_name="greet")


def weather(name, is_morning, temperature):
    salutation = "Good morning" if is_morning else "Good evening"
    return f"{salutation} {name}, it is {temperature} degrees", round((temperature - 32) * 5 / 9, 2)


def two():
    return gr.Interface(weather, ["text", "checkbox", gr.Slider(0, 100, value=50, step=1)],
                        [gr.Textbox(label="report"), gr.Number(label="celsius")], api_name="weather")


DEMOS = {"hello": hello, "two": two}
