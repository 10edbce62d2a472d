"""The folds of code on a notebook's page, and the switch for all of them."""

import pytest
from playwright.sync_api import expect

PAGE = "notebooks/03-chain-rule-and-wengert-lists.html"


@pytest.fixture
def open_page(visit, site):
    return lambda **options: visit(f"{site}/{PAGE}", **options)


def states(page) -> set[bool]:
    """Whether the folds are open: {True} for all, {False} for none."""
    return set(page.locator("details.course-code").evaluate_all("all => all.map((e) => e.open)"))


def test_code_is_folded_and_what_is_to_be_filled_in_is_not(open_page):
    page = open_page()
    assert states(page) == {False}
    fold = page.locator("details", has_text="Code: def landscape")
    expect(fold.locator("pre")).to_be_hidden()
    expect(page.get_by_text("def my_slope(x): ...")).to_be_visible()
    expect(page.get_by_text("class MyWengertList:")).to_be_visible()  # the text points at it
    fold.locator("summary").press("Enter")
    expect(fold.locator("pre")).to_be_visible()


def test_the_switch_opens_and_closes_all_and_the_device_remembers(open_page):
    page = open_page()
    page.get_by_role("button", name="Show all code").press("Enter")
    assert states(page) == {True}
    page.reload()
    expect(page.get_by_role("button", name="Hide all code")).to_be_visible()
    assert states(page) == {True}
    page.locator("details.course-code > summary").first.click()
    page.get_by_role("button", name="Show all code").click()
    page.get_by_role("button", name="Hide all code").click()
    assert states(page) == {False}
    page.reload()
    expect(page.get_by_role("button", name="Show all code")).to_be_visible()
    assert states(page) == {False}


def test_the_switch_comes_without_moving_the_page(open_page):
    page = open_page()
    switch = page.locator(".course-code-switch")
    expect(switch).to_have_css("visibility", "visible")
    shown = switch.bounding_box()
    switch.evaluate("switch_ => delete switch_.dataset.ready")
    expect(switch).to_have_css("visibility", "hidden")
    assert switch.bounding_box() == shown


def test_copying_takes_the_code_of_an_open_fold(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    fold = page.locator("details", has_text="Code: def landscape")
    fold.locator("summary").click()
    fold.locator(".code-copy-button").click()
    expect(fold.locator(".code-copy-button-checked")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("import numpy as np\n")


def test_without_javascript_each_fold_opens_by_itself(open_page):
    page = open_page(java_script_enabled=False)
    expect(page.locator(".course-code-switch")).to_be_hidden()
    fold = page.locator("details", has_text="Code: def landscape")
    fold.locator("summary").click()
    expect(fold.locator("pre")).to_be_visible()


def test_paper_shows_the_code_of_open_folds_and_the_lines_of_the_others(open_page):
    page = open_page()
    folds = page.locator("details.course-code")
    folds.first.locator("summary").click()
    page.emulate_media(media="print")
    expect(folds.first.locator("pre")).to_be_visible()
    expect(folds.last.locator("pre")).to_be_hidden()
    expect(folds.last.locator("summary")).to_be_visible()
    expect(page.locator(".course-code-switch")).to_be_hidden()
