"""JavaScript modules, joined into the one text that anywidget takes and the site carries."""

import json
import re
import subprocess
import sys

import pytest

from helpers import widgets
from helpers.widgets.shared import modules
from helpers.widgets.shared.modules import esm, stylesheet
from tests.javascript import run_code

JOINED = sorted({getattr(widgets, name).Figure.module_name for name in widgets.__all__})


@pytest.mark.parametrize("name", JOINED)
def test_the_joined_text_is_a_module_that_stands_alone_and_can_render(name, tmp_path):
    text = modules.esm(name)
    assert not re.search(r"^\s*(import\b|export (?!default))", text, re.MULTILINE)
    file = tmp_path / f"{name}.mjs"
    file.write_text(text, encoding="utf-8")
    code = f"const module = await import({json.dumps(file.as_uri())});"
    code += "console.log(JSON.stringify(typeof module.default.render))"
    assert run_code(code) == "function"


def test_each_module_is_joined_once_after_what_it_imports():
    needed = modules.with_imports(modules.WIDGETS / "network_explorer/explorer.js")
    assert len(needed) == len(set(needed))
    *imported, last = (file.relative_to(modules.WIDGETS).as_posix() for file in needed)
    assert last == "network_explorer/explorer.js"
    assert imported.index("shared/wengert.js") < imported.index("shared/figure.js")
    assert imported.index("shared/template.js") < imported.index("shared/figure.js")


def test_modules_that_are_joined_keep_their_own_names_to_themselves(tmp_path, monkeypatch):
    files = {
        "shared/one.js": "const size = 1;\nexport const one = () => size;\n",
        "shared/two.js": 'import { one } from "./one.js";\n'
        "const size = 2;\nexport async function two() {\n  return one() + size;\n}\n",
        "thing/explorer.js": 'import { two } from "../shared/two.js";\n'
        "const size = 3;\nexport default (await two()) + size;\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(modules, "WIDGETS", tmp_path)
    joined = tmp_path / "joined.mjs"
    joined.write_text(modules.esm("thing"), encoding="utf-8")
    original = tmp_path / "thing/explorer.js"
    (tmp_path / "package.json").write_text('{ "type": "module" }', encoding="utf-8")
    for file in (original, joined):
        code = f"console.log((await import({json.dumps(file.as_uri())})).default)"
        assert run_code(code) == 6


def test_the_package_prints_the_javascript_and_style_of_every_widget():
    done = subprocess.run(
        [sys.executable, "-m", "helpers.widgets"], capture_output=True, check=True
    )
    printed = json.loads(done.stdout.decode())
    figures = [getattr(widgets, name).Figure for name in widgets.__all__]
    assert set(printed) == {figure.module_name for figure in figures}
    for name, front in printed.items():
        assert front == {"esm": esm(name), "css": stylesheet(name)}
