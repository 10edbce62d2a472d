"""Texts with numbers in them, filled in alike by Python and by the browser.

{loss:4} stands for the number `loss` with four digits behind the point, {8*w11+:2} for 8 times the
positive part of w11, {8*w11-:2} for 8 times its negative part, max(−w11, 0). {loss:4?} has four
digits at most: zeros at the end are left out. {h:e2} splits off a power of ten, as in 1.00e−4, and
{note:s} stands for a text. Python fills in the picture and the sentence that a page shows without
JavaScript; `template.js` fills in the same templates as the sliders move.
"""

import math
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

FIELD = re.compile(r"\{(?:([\d.]+)\*)?([^{}:*]+?)([+-]?):(?:s|(e?)(\d+)(\??))\}")


def fill(template, numbers):
    """The template with its fields replaced. Raises KeyError for a name that `numbers` lacks."""

    def number(field):
        factor, name, part, e, digits, at_most = field.groups()
        if digits is None:
            return numbers[name]
        x = numbers[name] * {"+": 1.0, "-": -1.0, "": 1.0}[part] * float(factor or 1)
        text = (scientific if e else fixed)(max(x, 0.0) if part else x, int(digits))
        return re.sub(r"\.0+(?=$|e)|(\.\d*?)0+(?=$|e)", r"\1", text) if at_most else text

    return FIELD.sub(number, template)


def fixed(x, digits):
    """x with a fixed number of digits, a real minus sign, and no minus before a zero.

    Ties are rounded away from zero, as JavaScript's toFixed does and Python's format does not.
    From 1e21 on, where toFixed ends, a power of ten is split off.
    """
    if math.isnan(x):
        return "undefined"
    if math.isinf(x):
        return "∞" if x > 0 else "−∞"
    size = Decimal(abs(x))
    with localcontext(rounding=ROUND_HALF_UP):
        text = f"{size:.{digits}f}" if size < 1e21 else f"{size:.{digits}e}"
    return f"−{text}" if x < 0 and float(text) != 0 else text


def significant(x, digits=6):
    """x with so many significant digits, without zeros at the end.

    A power of ten is split off where the plain number would be long: 83.16, 0.0001, 1.5e−7. Ties
    are rounded away from zero, as JavaScript does.
    """
    if x == 0 or not math.isfinite(x):
        return fixed(x, 0)
    with localcontext(prec=digits, rounding=ROUND_HALF_UP):
        size = +Decimal(abs(x))
    exponent = size.adjusted()
    if -5 < exponent < digits:
        text = f"{size.normalize():f}"
    else:
        text = f"{size.scaleb(-exponent).normalize():f}e{exponent}".replace("-", "−")
    return f"−{text}" if x < 0 else text


def short(x):
    """x in seven characters at most, with up to four significant digits: 0.4621, −2.2e−4."""
    texts = [*(significant(x, digits) for digits in (4, 3, 2)), scientific(x, 1), scientific(x, 0)]
    return next((text for text in texts if len(text) <= 7), texts[0])


def scientific(x, digits):
    """x as 1.00e−4, with a real minus sign; from 1 to 10 without a power of ten, and 0 as 0."""
    if x == 0:
        return "0"
    if not math.isfinite(x):
        return fixed(x, digits)
    with localcontext(rounding=ROUND_HALF_UP):
        text = f"{Decimal(x):.{digits}e}"
    return text.removesuffix("e+0").replace("+", "").replace("-", "−")


def display(shown):
    """The text for a template that shows a part of a drawing or hides it, as SVG says it."""
    return "inline" if shown else "none"
