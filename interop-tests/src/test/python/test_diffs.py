"""Edits between values that this project's encoder wrote, applied by the official client.

DIFF_SAMPLES names a file with one JSON object {"old", "new", "edits"} per line.
"""
import json
import os

import pytest
from gradio_client.utils import apply_diff


@pytest.mark.ours
def test_edits_lead_from_the_old_value_to_the_new_one():
    path = os.environ.get("DIFF_SAMPLES")
    if not path:
        pytest.fail("DIFF_SAMPLES is not set") if os.environ.get("REQUIRE_ALL") == "1" else pytest.skip("no samples")
    samples = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            sample = json.loads(line)
            applied = apply_diff(sample["old"], sample["edits"])
            # as text, since 1 == True in Python
            assert json.dumps(applied, sort_keys=True) == json.dumps(sample["new"], sort_keys=True), line
            samples += 1
    assert samples >= 1000
