"""Run before the pages are rendered: writes those that are made from other sources."""

from project import ROOT

from web.render import glossary, reference, teaching


def main():
    """Write the pages, and leave alone those that are as they should be."""
    pages = {ROOT / f"reference/{name}.qmd": text for name, text in reference.pages().items()}
    pages[ROOT / "teaching/index.qmd"] = teaching.page()
    pages[ROOT / "glossary/index.qmd"] = glossary.page()
    for file in {*(ROOT / "reference").glob("*.qmd")} - {*pages}:
        file.unlink()
    for file, text in pages.items():
        file.parent.mkdir(exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
