"""What makes a static page live.

python -m web  renders the site into `_site`, with Quarto or with smalldocs
render         what the renderers are given: pages made from sources, colours, a filter of notebooks
pages          what is done to each page when it is there
python         runs a cell in the reader's browser, and says what it needs
browser        what runs in the reader's browser, and how it is bundled
serve          shows the site on this machine
node           finds Node.js, and installs what comes from npm
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
