"""Ask Lighthouse (its mobile preset) about pages of the site, served compressed on this machine.

python -m tests.lighthouse.run [PAGE …]      all pages, or these: index.html notebooks/…

Prints a table, and exits 1 where a score is too low. Performance is measured, and lower on a
machine that is busy: a page that falls short is tried up to three times; its best scores count.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.browser.chromium import FLAGS, NO_BROWSER, find_chromium
from tests.browser.gzip_server import gzip_server
from web import ROOT, node

HERE = Path(__file__).resolve().parent
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3


def main(pages):
    """Print the scores of each page; exit 1 if one is too low."""
    if find_chromium() is None:
        print(f"Lighthouse skipped: {NO_BROWSER}")
        sys.exit(os.environ.get("REQUIRE_BROWSER") == "1")
    node.install(HERE)
    too_low = 0
    with gzip_server(ROOT / "_site") as server:
        print(f"{'page':<52}" + "".join(f"{name:>16}" for name in LEAST), flush=True)
        for page in pages or names_of_pages():
            best = dict.fromkeys(LEAST, 0)
            for _ in range(TRIES):
                best = {name: max(best[name], x) for name, x in scores(server, page).items()}
                if good(best):
                    break
            too_low += not good(best)
            line = "".join(f"{score:>16}" for score in best.values())
            print(f"{page:<52}{line}{'' if good(best) else '  too low'}", flush=True)
    sys.exit(bool(too_low))


def names_of_pages():
    """All pages of the site."""
    site = ROOT / "_site"
    files = (file.relative_to(site) for file in site.rglob("*.html"))
    return sorted(file.as_posix() for file in files if "site_libs" not in file.parts)


def scores(server, page):
    """Lighthouse's four scores of a page, from 0 to 100."""
    command, _ = node.find()
    os.environ["CHROME_PATH"] = find_chromium()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--quiet", "--output=json", f"--output-path={report}"]
        options.append(f"--chrome-flags={' '.join([*FLAGS, '--headless=new'])}")
        program = "node_modules/lighthouse/cli/index.js"
        node.run([*command, program, f"{server.address}/{page}", *options], HERE)
        categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * categories[name]["score"]) for name in LEAST}


def good(found):
    return all(found[name] >= least for name, least in LEAST.items())


if __name__ == "__main__":
    main(sys.argv[1:])
