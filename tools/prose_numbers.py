"""Find numbers in a notebook's prose that none of its cells prints.

A number of the prose is one in Markdown, in formulas too, that has a decimal point or at least
three significant digits. An output or a line of code has to hold it, rounded at the prose's last
digit: 0.31 stands for 0.3095. With a minus before it, only a number with a minus will do.

Left out are code, links, exponents and indices, years, and pages. A number that no cell can
compute, because it is only an example, say, is named in its cell, in a comment that no reader
sees: <!-- not computed: 0.01 -->
"""

import re
from decimal import Decimal

from tools.notebooks import text

NOT_COMPUTED = re.compile(r"<!-- not computed: (.*?) -->")
NOT_PROSE = re.compile(
    r"""
      ```.*?``` | `[^`\n]*` | <!--.*?--> | <[a-z/][^>]*>  # code, comments, HTML tags
    | \]\([^)]*\) | https?://\S+                          # links
    | [_^]\{[^{}]*\} | [_^]\w                             # exponents and indices
    | \bpp?\.\s*\d+(?:[–-]\d+)?                           # pages
    """,
    re.DOTALL | re.VERBOSE,
)
POWER_OF_TEN = re.compile(r"\s*(?:\\cdot|\\times|·|×)\s*10\^(?:\{(-?\d+)\}|(\d))")
NUMBER = re.compile(
    r"""
    (?<![\w.])                              # not within a name or a number
    ((?<![\w)}\]])-)?                       # a minus, unless it subtracts
    (\d{1,3}(?:[,_]\d{3})+|\d+)(\.\d+)?     # 1479 or 1,479 or 0.0625
    (e[-+]?\d+)?
    (?:\ (thousand|million|billion))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = {"": 0, "thousand": 3, "million": 6, "billion": 9}


def unprinted(cells):
    """Return (cell number, number) for each number of the prose that no cell prints or uses."""
    computed = [value for cell in cells for _, value in numbers_in(computed_text(cell))]
    return [
        (place, written)
        for place, cell in enumerate(cells, 1)
        for written, value in numbers_in(prose(cell))
        if is_claim(written, value)
        and value not in excused(cell)
        and not any(stands_for(value, other) for other in computed)
    ]


def prose(cell):
    """What a Markdown cell says to the reader."""
    if cell["cell_type"] != "markdown":
        return ""
    source = text(cell["source"]).replace("−", "-").replace("{,}", ",")
    source = POWER_OF_TEN.sub(lambda match: f"e{match[1] or match[2]}", source)
    return NOT_PROSE.sub(" ", source)


def excused(cell):
    """The numbers that a cell says are not computed."""
    named = " ".join(NOT_COMPUTED.findall(text(cell["source"])))
    return [value for _, value in numbers_in(named.replace("−", "-"))]


def computed_text(cell):
    """A code cell's source, without its captions, and what it prints."""
    if cell["cell_type"] != "code":
        return ""
    lines = [line for line in text(cell["source"]).splitlines() if not line.startswith("#|")]
    for output in cell["outputs"]:
        lines.append(text(output.get("text", output.get("data", {}).get("text/plain", ""))))
    return "\n".join(lines).replace("−", "-")


def numbers_in(source):
    """The numbers in a text, each as it is written and as a value with that many digits."""
    for match in NUMBER.finditer(source):
        sign, whole, fraction, exponent, word = (group or "" for group in match.groups())
        digits = re.sub("[,_]", "", whole)
        value = Decimal(f"{sign}{digits}{fraction}{exponent}").scaleb(WORDS[word.lower()])
        yield match.group().strip(), value


def is_claim(written, value):
    """Whether a number says something that could be wrong: not a small count, not a year."""
    if "." in written:
        return True
    is_year = re.fullmatch(r"(19|20)\d\d", written)
    return not is_year and len(value.normalize().as_tuple().digits) >= 3


def stands_for(value, other):
    """Whether a number of the prose is another one, rounded at the last digit of the first."""
    if not value.is_signed():
        other = abs(other)
    return abs(value - other) <= Decimal((0, (5,), value.as_tuple().exponent - 1))
