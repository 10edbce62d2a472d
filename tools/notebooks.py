"""Execute the course's notebooks and keep them clean, so that two executions give the same bytes.

    python tools/notebooks.py [NOTEBOOK …]            execute, clean and write
    python tools/notebooks.py --check [NOTEBOOK …]    only say what is not clean

Clean means: executed from top to bottom (counts 1..n), no error, nothing on stderr, no memory
address, and none of what changes from run to run or from machine to machine: live widget views and
their state, execution times, the Python version. A notebook is a plain dictionary here, as in its
file.
"""

import argparse
import copy
import json
import re
import sys
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
# Random ids of the one session that made them; the text/html form beside them is what is kept.
LIVE = {"application/vnd.jupyter.widget-view+json", "application/vnd.jupyter.widget-state+json"}
TIMES = {"execution", "ExecuteTime"}
ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,}")


def read(path: Path) -> dict:
    """Return the notebook in a file as a dictionary."""
    return json.loads(path.read_text(encoding="utf-8"))


def serialise(notebook: dict) -> str:
    """Return the text of a notebook's file, in the form that Jupyter itself writes."""
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def text(source: str | list[str]) -> str:
    """Return a multi-line string of a notebook, which may be stored as a list of lines."""
    return source if isinstance(source, str) else "".join(source)


def execute(notebook: dict, folder: Path = NOTEBOOKS) -> dict:
    """Return the notebook executed in `folder`; a failing cell raises nbclient's error."""
    import nbformat
    from nbclient import NotebookClient

    # nbformat joins the lines that a file's strings are split into, and splits them again.
    node = nbformat.reads(json.dumps(notebook), as_version=nbformat.NO_CONVERT)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(
        node, kernel_name="python3", timeout=300, record_timing=False, resources=resources
    ).execute()
    return json.loads(nbformat.writes(node))


def clean(notebook: dict) -> dict:
    """Return the notebook without what changes from run to run; the given one is left as it is."""
    notebook = copy.deepcopy(notebook)
    notebook["metadata"].pop("widgets", None)
    notebook["metadata"].update(copy.deepcopy(METADATA))
    for cell in notebook["cells"]:
        for key in TIMES & cell["metadata"].keys():
            del cell["metadata"][key]
        if cell["cell_type"] == "code":
            cell["outputs"] = clean_outputs(cell["outputs"])
    return notebook


def clean_outputs(outputs: list[dict]) -> list[dict]:
    """Return outputs without live widgets, and text that came in several pieces as one."""
    kept: list[dict] = []
    for output in outputs:
        stream = output["output_type"] == "stream"
        if stream and kept and kept[-1].get("name") == output["name"]:
            joined = text(kept[-1]["text"]) + text(output["text"])
            kept[-1]["text"] = joined.splitlines(keepends=True)
            continue
        if "data" in output:
            for live in LIVE & output["data"].keys():
                del output["data"][live]
            if not output["data"]:
                continue
        kept.append(output)
    return kept


def check(notebook: dict) -> list[str]:
    """Return what keeps a notebook from being clean, one sentence each; none if it is clean."""
    problems = []
    version = (notebook["nbformat"], notebook["nbformat_minor"])
    if version < (4, 5) or any("id" not in cell for cell in notebook["cells"]):
        problems.append("it lacks cell ids, which format 4.5 brings: save it once in JupyterLab 4")
    if notebook != clean(notebook):
        problems.append(
            "it holds what changes from run to run:"
            " live widgets, execution times, kernel details, or printed text in pieces"
        )
    expected = 1
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] != "code" or not text(cell["source"]).strip():
            continue
        count = cell["execution_count"]
        if count != expected:
            problems.append(f"cell {number} has execution count {count}, expected {expected}")
        expected += 1
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                problems.append(f"cell {number} ends in an error: {output['ename']}")
            elif output.get("name") == "stderr":
                problems.append(f"cell {number} writes to stderr: {text(output['text'])[:80]!r}")
            for shown in (output.get("text"), *output.get("data", {}).values()):
                if isinstance(shown, str | list) and (found := ADDRESS.search(text(shown))):
                    problems.append(f"cell {number} prints a memory address: {found.group()}")
    return problems


def main(arguments: list[str] | None = None) -> int:
    """Execute and clean, or check, the named notebooks or all; return 1 if one is not clean."""
    parser = argparse.ArgumentParser(description="Execute and clean notebooks.")
    parser.add_argument("--check", action="store_true", help="only say what is not clean")
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all, in order")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.notebooks or sorted(NOTEBOOKS.glob("*.ipynb")):
        notebook = read(path)
        if not options.check:
            print(f"{path.name}: executing", flush=True)
            notebook = clean(execute(notebook, path.resolve().parent))
            path.write_text(serialise(notebook), encoding="utf-8", newline="\n")
        for problem in check(notebook):
            failed = True
            print(f"{path.name}: {problem}; expected a clean notebook: run make notebooks")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
