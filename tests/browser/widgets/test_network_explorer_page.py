"""The network explorer on the static page: no kernel, and no other host."""

import re
from urllib.parse import urljoin

import pytest
from conftest import ROOT
from live_widget import shape
from network_explorer import NAMES, START, Explorer, sentence
from playwright.sync_api import expect

PAGE = "notebooks/01-random-search.html"
PAPERS = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}


@pytest.fixture
def open_explorer(visit, site):
    """open_explorer(search, **options): the page's explorer."""
    return lambda search="", **options: Explorer(visit(f"{site}/{PAGE}{search}", **options))


# ------------------------------------------------------------------ before any move


def test_it_comes_to_life_and_first_shows_what_the_still_picture_shows(open_explorer):
    explorer = open_explorer()
    explorer.expect(START)
    block = explorer.page.locator(".course-widget")
    expect(block).to_have_attribute("data-live", "")
    still = block.locator(".course-widget-still")
    expect(still).to_be_hidden()
    drawings = [d.evaluate("e => e.outerHTML") for d in (still.locator("svg"), explorer.drawing)]
    assert shape(drawings[0]) == shape(drawings[1])
    assert still.locator("p").first.text_content() == explorer.words.text_content()


def test_without_javascript_picture_and_sentence_remain(visit, site):
    page = visit(f"{site}/{PAGE}", java_script_enabled=False)
    block = page.locator(".course-widget")
    expect(block.locator("svg.course-drawing")).to_be_visible()
    expect(block.get_by_text(sentence(START))).to_be_visible()
    expect(block.get_by_text("if JavaScript is on")).to_be_visible()
    expect(block.locator("script")).to_be_hidden()
    assert block.get_by_role("slider").count() == 0
    assert block.get_by_role("button").count() == 0


# ------------------------------------------------------------------ keyboard


def test_every_slider_moves_by_key_and_the_drawing_follows(open_explorer):
    explorer = open_explorer()
    values = dict(START)
    for name in NAMES:
        moves = {
            ("ArrowRight", 8): 0.58,
            ("ArrowLeft", 20): 0.38,
            ("ArrowUp", 1): 0.39,
            ("ArrowDown", 3): 0.36,
            ("End", 1): 1.0,
            ("ArrowRight", 1): 1.0,
            ("Home", 1): 0.0 if name in ("x", "target") else -1.0,
            ("ArrowLeft", 2): 0.0 if name in ("x", "target") else -1.0,
        }
        for (key, times), expected in moves.items():
            explorer.move(name, key, times)
            values[name] = expected
            explorer.expect(values)
        values[name] = 0.8
        explorer.type(name, "0.8")
        explorer.expect(values)


def focused(page) -> str:
    """What has the keyboard: its role or tag, and its name."""
    return page.evaluate(
        """() => {
            const e = document.activeElement;
            const label = e.getAttribute("aria-label") ?? e.closest("label")?.textContent;
            const kind = e.getAttribute("role") ?? e.tagName.toLowerCase();
            return `${kind}: ${(label ?? e.textContent).trim()}`;
        }"""
    )


def test_tab_reaches_everything_in_the_order_of_the_page(open_explorer):
    explorer = open_explorer()
    page = explorer.page
    expected = ["input: Show the gradient at each weight", "button: Reset"]
    expected += ["a: Link to this setting"]
    for label in NAMES.values():
        expected += [f"slider: {label}", f"textbox: {label}, type a value"]
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == expected[0]:
            break
    found = [focused(page)]
    for _ in expected[1:]:
        page.keyboard.press("Tab")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", f"no ring around {focused(page)}"
        found.append(focused(page))
    assert found == expected
    page.keyboard.press("Tab")
    assert not page.evaluate("!!document.activeElement.closest('.course-explorer')"), "a trap"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "slider: w22"
    page.keyboard.press("ArrowRight")
    explorer.expect(START | {"w22": 0.51})


def test_gradients_and_reset_by_keyboard(open_explorer):
    explorer = open_explorer()
    explorer.move("w11", "ArrowRight", 3)
    explorer.press(explorer.gradients, "Space")
    explorer.expect(START | {"w11": 0.53}, gradients=True)
    explorer.move("w22", "Home")
    explorer.expect(START | {"w11": 0.53, "w22": -1.0}, gradients=True)
    explorer.press(explorer.reset, "Enter")
    explorer.expect(START, gradients=True)
    explorer.move("x", "End")
    explorer.press(explorer.reset, "Space")
    explorer.press(explorer.gradients, "Space")
    explorer.expect(START)


def test_a_value_can_be_typed(open_explorer):
    explorer = open_explorer()
    for text, value in {
        "-0.8": -0.8,
        "−0.7": -0.7,
        "0,25": 0.25,
        "– 0,5": -0.5,
        "0.71": 0.71,
        "7": 1.0,
        "-1e3": -1.0,
        " 0.5 ": 0.5,
    }.items():
        explorer.type("w11", text)
        explorer.expect(START | {"w11": value})


def test_typing_nonsense_breaks_nothing(open_explorer):
    explorer = open_explorer()
    for text in ("", "abc", "-", "--1", "0.5.5", "NaN", "1e999", "Infinity", "<b>1</b>", "😀"):
        explorer.type("w11", text)
        values = explorer.values()
        assert -1 <= values["w11"] <= 1, text
        explorer.expect(START | {"w11": values["w11"]})
        explorer.move("w11", "Home")
        explorer.move("w11", "ArrowRight")
        explorer.expect(START | {"w11": -0.99})


def test_loss_0_is_announced_in_words(open_explorer):
    explorer = open_explorer()
    goal = explorer.root.locator(".course-goal")
    expect(goal).to_be_empty()
    for name in ("w11", "w21", "w12", "w22"):
        explorer.type(name, "0.71")
    explorer.expect(START | dict.fromkeys(("w11", "w21", "w12", "w22"), 0.71))
    expect(goal).to_contain_text("The loss reads 0.0000")


def test_words_are_spoken_after_a_pause_and_not_on_the_way(open_explorer):
    explorer = open_explorer()
    page = explorer.page
    expect(explorer.spoken).to_have_text(sentence(START))
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    for presses in range(1, 4):
        explorer.move("w11", "ArrowRight")
        expect(explorer.words).to_have_text(sentence(START | {"w11": 0.5 + presses / 100}))
        page.clock.run_for(500)
        assert explorer.spoken.text_content() == sentence(START)
    page.clock.run_for(500)
    expect(explorer.spoken).to_have_text(sentence(START | {"w11": 0.53}))


# ------------------------------------------------------------------ mouse and touch


def test_mouse_drags_a_slider(open_explorer):
    explorer = open_explorer()
    handle, mouse = explorer.slider("w11"), explorer.page.mouse
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse.move(x, y)
    mouse.down()
    mouse.move(x - 40, y, steps=4)
    expect(explorer.words).not_to_have_text(sentence(START))  # already on the way
    mouse.move(x - 400, y)  # past the end of the track
    mouse.up()
    explorer.expect(START | {"w11": -1.0})


def test_a_click_on_the_track_moves_the_handle_there(open_explorer):
    explorer = open_explorer()
    track = explorer.root.locator(".noUi-target").nth(list(NAMES).index("w21"))
    box = track.bounding_box()
    track.click(position={"x": 2, "y": box["height"] / 2})
    values = explorer.values()
    assert values["w21"] < -0.9
    explorer.expect(START | {"w21": values["w21"]})


PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_a_finger_drags_a_slider_on_a_phone(open_explorer):
    explorer = open_explorer(**PHONE)
    handle = explorer.slider("w12")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = explorer.page.context.new_cdp_session(explorer.page)

    def touch(kind, *points):
        data = {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}
        fingers.send("Input.dispatchTouchEvent", data)

    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x - 10 * step, y))
    expect(explorer.words).not_to_have_text(sentence(START))  # already on the way
    touch("touchMove", (0, y))  # past the end of the track
    touch("touchEnd")
    explorer.expect(START | {"w12": -1.0})


def test_a_finger_presses_the_buttons(open_explorer):
    explorer = open_explorer("?network-explorer=w12:-0.24", **PHONE)
    explorer.expect(START | {"w12": -0.24})
    explorer.reset.tap()
    explorer.expect(START)
    explorer.gradients.tap()
    explorer.expect(START, gradients=True)


def test_a_phone_needs_no_scrolling_sideways(open_explorer):
    explorer = open_explorer(**PHONE)
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 360
    for part in (explorer.drawing, explorer.readout("x"), explorer.readout("w22"), explorer.link):
        box = part.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


# ------------------------------------------------------------------ a setting in the address


def test_a_setting_can_be_shared_as_a_link(open_explorer, site):
    explorer = open_explorer()
    explorer.type("w11", "-0.3")
    explorer.move("x", "ArrowRight", 10)
    values = START | {"w11": -0.3, "x": 0.6}
    explorer.expect(values)
    address = explorer.link.get_attribute("href")
    assert urljoin(f"{site}/{PAGE}", address).startswith(f"{site}/{PAGE}?network-explorer=")
    other = open_explorer(address)
    other.expect(values)
    expect(other.root).to_be_in_viewport()
    expect(other.problem).to_have_count(0)
    other.reset.click()
    other.expect(START)


def test_following_the_link_shows_the_same(open_explorer):
    explorer = open_explorer()
    explorer.move("w11", "End")
    explorer.press(explorer.gradients, "Space")
    explorer.press(explorer.link, "Enter")
    explorer.page.wait_for_url(re.compile("network-explorer=.*w11:1,"))
    said = explorer.root.get_by_role("link", name="The address now holds this setting")
    expect(said).to_be_focused()
    explorer.expect(START | {"w11": 1.0}, gradients=True)  # nothing else is lost
    expect(explorer.link).to_be_visible()  # it is called so again
    explorer.page.reload()
    Explorer(explorer.page).expect(START | {"w11": 1.0})


def test_with_a_modifier_the_link_opens_another_page(open_explorer):
    explorer = open_explorer("?network-explorer=x:0.25")
    explorer.move("w11", "End")
    with explorer.page.context.expect_page() as opened:
        explorer.link.click(modifiers=["ControlOrMeta"])
    Explorer(opened.value).expect(START | {"x": 0.25, "w11": 1.0})
    assert "w11:1" not in explorer.page.url


def test_with_forced_colours_tracks_and_edges_can_be_seen(open_explorer):
    explorer = open_explorer(forced_colors="active")
    track = explorer.root.locator(".noUi-target").first
    assert track.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    assert track.evaluate("e => getComputedStyle(e).borderTopWidth") == "1px"
    ink = explorer.root.evaluate("e => getComputedStyle(e).getPropertyValue('--course-ink')")
    assert ink.strip() == "CanvasText"


def test_a_link_may_name_some_values_and_ones_between_the_steps(open_explorer):
    explorer = open_explorer("?network-explorer=w11:0.123")
    values = explorer.values()
    assert values == START | {"w11": 0.12}
    explorer.move("w11", "ArrowRight")
    explorer.expect(START | {"w11": 0.13})


def test_a_link_that_makes_no_sense_says_so_and_breaks_nothing(open_explorer):
    nonsense = "w11:fast,speed:3,x:7,<img src=q onerror=alert(1)>:1,w12:0.25,,:"
    explorer = open_explorer(f"?network-explorer={nonsense}")
    for words in ("“w11:fast” gives w11 no number", "no slider “speed”", "no slider “<img src=q"):
        expect(explorer.problem).to_contain_text(words)
    explorer.expect(START | {"x": 1.0, "w12": 0.25})
    explorer.move("w11", "ArrowRight")
    explorer.expect(START | {"x": 1.0, "w12": 0.25, "w11": 0.51})


def test_an_address_without_a_setting_leaves_the_start(open_explorer):
    explorer = open_explorer("?network-explorer=&other=x:1&network-explorer-2=x:1&%E0%A4")
    explorer.expect(START)
    expect(explorer.problem).to_have_count(0)


# ------------------------------------------------------------------ all pages


def test_every_page_has_the_readers_colours(visit, site):
    folder = ROOT / "_site"
    pages = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    assert PAGE in pages
    page = visit(f"{site}/{PAGE}")
    for name in pages:
        page.goto(f"{site}/{name}")
        for scheme, paper in PAPERS.items():
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("body")).to_have_css("background-color", paper)


def test_formulas_are_set_before_they_are_sent(visit, site):
    page = visit(f"{site}/{PAGE}")
    formulas = page.locator(".katex-html")
    assert formulas.count() > 10
    expect(formulas.first).to_be_visible()
    assert "katex" in formulas.first.evaluate("e => getComputedStyle(e).fontFamily").lower()
    text = page.locator("main").inner_text()
    assert not re.search(r"\\\(|\\\[|\$[^$]+\$", text)
