"""Texts with numbers in them, filled in alike by Python and by the browser.

{loss:4} stands for the number `loss` with four digits behind the point, {8*w11+:2} for 8 times the
positive part of w11, {8*w11-:2} for 8 times its negative part, max(−w11, 0). Python fills in the
picture and the sentence that a page shows without JavaScript; `template.js` fills in the same
templates as the sliders move.
"""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

FIELD = re.compile(r"\{(?:([\d.]+)\*)?([^{}:*]+?)([+-]?):(\d+)\}")


def fill(template, numbers):
    """The template with its fields replaced. Raises KeyError for a name that `numbers` lacks."""

    def number(field):
        factor, name, part, digits = field.groups()
        x = numbers[name] * {"+": 1.0, "-": -1.0, "": 1.0}[part] * float(factor or 1)
        return fixed(max(x, 0.0) if part else x, int(digits))

    return FIELD.sub(number, template)


def fixed(x, digits):
    """x with a fixed number of digits, a real minus sign, and no minus before a zero.

    Ties are rounded away from zero, as JavaScript's toFixed does and Python's format does not.
    """
    if math.isnan(x):
        return "undefined"
    if math.isinf(x):
        return "∞" if x > 0 else "−∞"
    rounded = Decimal(x).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{abs(rounded)}" if rounded == 0 else f"{rounded}".replace("-", "−")
