"""Run when the pages are rendered: finishes them, or prints a line for each thing that is wrong."""

import os
import sys

from project import ROOT

from web.browser import bundle
from web.pages.finish import finish_site


def main():
    """Finish the site in QUARTO_PROJECT_OUTPUT_DIR; exit 1 if something is wrong."""
    site = ROOT / os.environ.get("QUARTO_PROJECT_OUTPUT_DIR", "_site")
    try:
        bundle.build_if_stale()
        problems = finish_site(site, project=ROOT)
    except RuntimeError as error:
        problems = [str(error)]
    for problem in problems:
        print(f"site: {problem}", file=sys.stderr)
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
