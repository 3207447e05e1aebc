"""Calls each endpoint of the sample with Gradio's own client: pip install gradio_client, then python tour.py."""

import shutil
import sys
from pathlib import Path

from gradio_client import Client, handle_file

HERE = Path(__file__).parent
OUTPUT = Path("tour")


def keep(path, name):
    OUTPUT.mkdir(exist_ok=True)
    shutil.copy(path, OUTPUT / name)
    print("  saved", OUTPUT / name)
    return OUTPUT / name


def main(url):
    client = Client(url)

    print("calculator")
    print(" ", client.predict(7, "divide", 3, 4, api_name="/calculator"))

    print("mandelbrot: a picture that gets finer")
    for number, picture in enumerate(client.submit(api_name="/mandelbrot"), start=1):
        finest = keep(picture, f"mandelbrot-{number}.png")

    print("filter: the same picture, uploaded again")
    for name in ("grayscale", "sepia", "blur", "edges", "pixelate"):
        keep(client.predict(handle_file(finest), name, api_name="/filter"), f"{name}.png")

    print("ask: word by word, and the second question builds on the first")
    for question in ("Who was Erlang?", "What are the inputs of his formula?"):
        printed = ""
        print("  >", question, "\n  ", end="")
        for text in client.submit(question, api_name="/ask"):
            print(text[len(printed):].replace("\n", "\n  "), end="", flush=True)
            printed = text
        print()

    print("similar: sixteen texts, few batches")
    texts = ["a long line", "cancel my call", "rough border", "upload a film"] * 4
    for job in [client.submit(text, api_name="/similar") for text in texts][:4]:
        print(" ", job.result()["data"][0])

    print("describe: an uploaded table")
    columns, kinds = client.predict(handle_file(HERE / "coffee-bar.csv"), api_name="/describe")
    print(" ", columns["headers"])
    for row in columns["data"]:
        print(" ", row)
    print(" ", kinds)

    print("ask_neighbour: the same by way of another app, which is this one")
    print(" ", client.predict("Who was Erlang?", api_name="/ask_neighbour"))

    print("simulate: estimates that approach the theory")
    job = client.submit(api_name="/simulate")
    for comparison, chart in job:
        print("  mean wait", comparison["data"][2][1], "in theory", comparison["data"][2][2])
    keep(chart, "simulation.png")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:7860/")
