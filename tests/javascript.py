"""Run JavaScript in Node, and read what it answers."""

import json

from web import ROOT, node


def run_node(*arguments, data=None):
    """What Node answers, read as JSON; without Node, a RuntimeError that says what to install."""
    command = [*node.find()[0], *map(str, arguments)]
    return json.loads(node.run(command, ROOT, json.dumps(data, allow_nan=False)))


def run_code(code):
    """What a module of this text prints, read as JSON."""
    return run_node("--input-type=module", "--eval", code)
