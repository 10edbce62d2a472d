"""What a page says of a guess is what `checks.prediction` says of it in a notebook."""

from itertools import product

from helpers import checks
from tests.javascript import run_code
from web import ROOT

NUMBERS = [0, 1e-13, -1e-13, 1e-5, 0.09, 0.0899, 0.1, 0.25, 1, 1 + 1e-10, 1.1, 1.12, -1, 80, 5e300]
WITHIN = [0, 0.01, 0.1, 0.5]
KINDS = """
Object.assign(globalThis, {{ document: {{}}, location: new URL("https://example.org/") }});
const {{ kindOf }} = await import("{module}");
const kinds = {guesses}.map(([guess, answer, within]) => kindOf(guess, {{ answer, within }}));
console.log(JSON.stringify(kinds));
"""


def test_a_guess_is_close_on_a_page_when_it_is_in_a_notebook():
    guesses = [list(each) for each in product(NUMBERS, NUMBERS, WITHIN)]
    module = (ROOT / "web/browser/page/guesses.js").as_uri()
    here = run_code(KINDS.format(module=module, guesses=guesses))
    there = [checks.prediction(guess, answer, "", within).kind for guess, answer, within in guesses]
    both = zip(guesses, here, there, strict=True)
    assert [each for each in both if each[1] != each[2]] == []
    assert set(here) == {"close", "compare"}
