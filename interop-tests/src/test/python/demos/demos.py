"""Apps of real Gradio to compare ours with: demos.py <demo>... <port>

Serves each demo on a port of its own, the first on <port>, the others on those that follow. Says
READY when all answer, and ends with its standard input. Writes (examples, flagged data) below
GRADIO_TEMP_DIR only. DEMOS_GRADIO_VERSION names the one version of Gradio that will do.
"""
import importlib.metadata
import importlib.util
import os
import sys
import tempfile
import threading

WANTED = os.environ.get("DEMOS_GRADIO_VERSION")
if not importlib.util.find_spec("gradio") or WANTED not in (None, importlib.metadata.version("gradio")):
    sys.exit(f"UNAVAILABLE: gradio {WANTED or ''} is not installed for {sys.executable}")

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
FOLDER = os.environ.setdefault("GRADIO_TEMP_DIR", tempfile.mkdtemp(prefix="demos"))

import busy  # noqa: E402
import building_interfaces  # noqa: E402
import data  # noqa: E402
import quickstart  # noqa: E402

MODULES = (quickstart, building_interfaces, busy, data)
DEMOS = {name: build for module in MODULES for name, build in module.DEMOS.items()}


def stop_with_parent():
    sys.stdin.read()
    os._exit(0)


def main(names, port):
    unknown = [name for name in names if name not in DEMOS]
    if unknown or not names:
        sys.exit(f"No demo {unknown}, there are: {' '.join(DEMOS)}")
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    for offset, name in enumerate(names):
        DEMOS[name]().launch(server_name="127.0.0.1", server_port=port + offset, ssr_mode=False,
                             prevent_thread_lock=True, quiet=True, show_error=True)
    print("READY", flush=True)


threading.Thread(target=stop_with_parent, daemon=True).start()
main(sys.argv[1:-1], int(sys.argv[-1]))
threading.Event().wait()
