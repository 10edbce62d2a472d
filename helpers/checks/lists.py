"""What goes wrong in a list that a loop collects: slips for an `Exercise`, as in `formulas`."""

from itertools import accumulate
from math import hypot, prod


def of_a_list(right, number, source):
    """Slips of a list that is collected in a loop: what is missing in it, or at the wrong place.

    right(*case) is the whole list, `number` what one of its numbers is called ("slope"), `source`
    the name of the list that the loop goes through.
    """
    changes = [
        (
            lambda x: x[:1],
            f"The list ends after the first {number}. Is `return` inside the loop? It should stand "
            "below it.",
        ),
        (
            lambda x: x[-1:],
            f"The list holds the last {number} alone. `=` makes a new list each time: "
            "make it once, above the loop, and `append` to it.",
        ),
        (
            lambda x: x[0],
            f"That is the first {number}, a single number. Collect one {number} for each entry of "
            f"`{source}` in a list.",
        ),
        (
            lambda x: x[-1],
            f"That is the last {number}, a single number. Collect all of them in a list.",
        ),
        (
            lambda x: x[1:],
            f"The first {number} is missing. Python counts from 0: range(n) begins there.",
        ),
        (
            lambda x: x[:-1],
            f"The last {number} is missing. Does the loop reach the last entry of `{source}`? "
            "range(n) ends at n - 1.",
        ),
        (
            lambda x: x[::-1],
            f"The order is turned round: the first {number} belongs to the first entry of "
            f"`{source}`.",
        ),
        (
            lambda x: x[1:] + x[:1],
            f"Each {number} stands one place too early. Does the index begin with 1?",
        ),
        (
            lambda x: x[-1:] + x[:-1],
            f"Each {number} stands one place too late. Does the index begin with -1?",
        ),
        (
            lambda x: x[:1] * len(x),
            f"Every {number} is the first one. Use the loop's index in all places.",
        ),
        (
            lambda x: x[-1:] * len(x),
            f"Every {number} is the last one. Compute each inside the loop, and put it into the "
            "list there.",
        ),
        (
            lambda x: [0, *x[1:]],
            f"The first {number} is 0, as if the loop had left it out. range(n) begins at 0.",
        ),
        (
            lambda x: [*x[:-1], 0],
            f"The last {number} is 0, as if the loop had left it out. range(n) ends at n - 1.",
        ),
        (
            lambda x: [sum(x)] + [0] * (len(x) - 1),
            f"All are added up in the first place. Each {number} goes to its own: use the loop's "
            "index.",
        ),
        (prod, f"That is the product of the {number}s. Return each of them, in a list."),
        (
            lambda x: hypot(*x),
            f"That is the length of the list as an arrow. Return each {number} by itself, in a "
            "list.",
        ),
        (max, f"That is the largest {number} alone. Return all of them, in a list."),
        (sorted, f"The {number}s are sorted. Each has the place of its entry of `{source}`."),
        (sum, f"That is the sum of the {number}s. Return each of them, in a list."),
        (
            lambda x: [*accumulate(x)],
            f"Each {number} contains those before it. Start anew for each.",
        ),
        (lambda x: x + x, f"Every {number} is in the list twice. Is there a loop too much?"),
        (
            lambda x: x * len(x),
            "There are as many lists as numbers, one behind the other. One loop is enough.",
        ),
    ]
    for change, cause in changes:
        yield (lambda *case, change=change: change(right(*case))), cause
