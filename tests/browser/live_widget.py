"""A live widget, on a page or in JupyterLab, as a reader finds and moves it."""

import xml.etree.ElementTree as ElementTree

from playwright.sync_api import Locator, Page, expect


class LiveWidget:
    """What a reader sees of a widget, and what can be pressed."""

    kind = ".course-explorer"  # a class that says more, where several widgets are on the page

    def __init__(self, page: Page):
        self.page = page
        wake(page)
        live = page.locator(".course-widget-live, .jp-OutputArea-output")
        self.root = live.locator(self.kind)
        self.drawing = self.root.locator("svg.course-drawing")
        self.words = self.root.locator(".course-words")
        self.spoken = self.root.get_by_role("status")
        self.reset = self.button("Reset")
        self.link = self.root.get_by_role("link", name="Link to this setting")
        # The figure names the sliders when it is in its place, and only then follows the address.
        expect(self.root.locator(".noUi-handle[aria-label]").last).to_be_visible()

    def slider(self, name: str) -> Locator:
        """The handle that can be dragged."""
        return self.root.get_by_role("slider", name=name, exact=True)

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def choice(self, name: str) -> Locator:
        return self.root.get_by_role("combobox", name=name, exact=True)

    def press(self, control: Locator, *keys: str) -> None:
        """Put the keyboard on a control and press keys there."""
        control.focus()
        for key in keys:
            self.page.keyboard.press(key)


def wake(page: Page) -> None:
    """Bring all widgets of a page to life, as a reader does who comes near each of them."""
    for block in page.locator(".course-widget").all():
        block.evaluate("block => block.scrollIntoView({ behavior: 'instant' })")
        expect(block).to_have_attribute("data-live", "")


def shape(markup: str) -> list[tuple]:
    """Return all parts of a drawing: tag, attributes, text, and whether the part is shown."""
    parts = []
    for part in ElementTree.fromstring(markup).iter():
        attributes = dict(part.attrib)
        shown = attributes.pop("display", "inline") != "none"
        tag = part.tag.rpartition("}")[2]
        parts.append((tag, attributes, (part.text or "").strip(), shown))
    return parts
