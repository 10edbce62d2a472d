"""Pictures that a renderer has written into a page become files; a font of icons goes."""

import base64
import hashlib
import html
import struct

from web.pages.page import COURSE


def take_pictures_out(page, site):
    """Write a page's inline PNG pictures to files, so that they come when the reader gets there."""
    for piece in page.pieces:
        kind, _, data = piece.attrs.get("src", "").partition(",")
        if piece.tag != "img" or kind != "data:image/png;base64":
            continue
        png = base64.b64decode(data)
        name = f"{COURSE}/pictures/{hashlib.sha256(png).hexdigest()[:16]}.png"
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(png)
        width, height = struct.unpack(">II", png[16:24])  # a PNG begins so; the room is kept free
        size = {"width": str(width), "height": str(height), "loading": "lazy"}
        attrs = size | piece.attrs | {"src": page.link_to(name)}
        written = "".join(f' {key}="{html.escape(value)}"' for key, value in attrs.items())
        page.replace(piece, f"<img{written}>")


def remove_icon_font(page):
    """Take out Bootstrap's icon font (145 KB for a handful of icons): styles.css has stand-ins."""
    for piece in page.pieces:
        if piece.tag == "link" and "bootstrap-icons" in piece.attrs.get("href", ""):
            page.replace(piece)
