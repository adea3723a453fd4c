"""Hold tasks against the labelling configuration; run by a Python that has Label Studio's SDK.

python label_studio.py CONFIGURATION TASKS
"""

import json
import sys
from pathlib import Path

from label_studio_sdk.label_interface import LabelInterface


def main(configuration: str, tasks: str) -> None:
    """Print how many regions the SDK takes; an AssertionError says which it refuses."""
    labels = LabelInterface(Path(configuration).read_text(encoding="utf-8"))
    labels.validate()
    regions = 0
    for task in json.loads(Path(tasks).read_text(encoding="utf-8")):
        for annotation in task["annotations"]:
            assert labels.validate_annotation(annotation), "the annotation is refused"
            regions += len(annotation["result"])
            for region in annotation["result"]:
                if region["type"] == "labels":
                    value = region["value"]
                    words = task["data"]["text"][value["start"] : value["end"]]
                    assert words == value["text"], (words, value)
    print(regions)


if __name__ == "__main__":
    main(*sys.argv[1:])
