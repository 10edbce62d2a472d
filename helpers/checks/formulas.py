"""Wrong answers that are put together from the parts of a right one, each as it may go wrong.

Students make slips that nobody wrote down, but mostly of known kinds: a term that is missing, a
factor taken from another rule, two such slips at once. What is known of each part of a formula
covers them all. A slip is a pair: what is computed, and what to tell who computed it.
"""

from itertools import combinations, product

TWO_SLIPS = "There are two slips."


def one_or_two(build, slips):
    """Slips of a formula: one of its parts is otherwise, or two are.

    build(**parts) is the function with some of its parts changed; slips is {part: its slips}.
    """
    for part, otherwise in slips.items():
        for function, cause in otherwise:
            yield build(**{part: function}), cause
    for (one, of_one), (other, of_other) in combinations(slips.items(), 2):
        for (f, cause), (g, besides) in product(of_one, of_other):
            yield build(**{one: f, other: g}), f"{TWO_SLIPS} {cause} {besides}"


def of_a_sum(terms, others=None, before=""):
    """Slips of a sum: one or two of its terms are missing, doubled, or turned round; or `others`,
    {term: (function, why)}, are in it, though they do not belong there.

    terms is {term: function}, `before` what the sum stands before: "Before εx ".
    """
    single = []
    for term, function in terms.items():
        single += [
            (-1, function, f"{before}the term {term} is missing."),
            (-2, function, f"{before}the term {term} has the wrong sign."),
            (1, function, f"{before}the term {term} is there twice."),
        ]
    for term, (function, why) in (others or {}).items():
        single.append((1, function, f"{before}the term {term} is too much: {why}"))

    def changed(*changes):
        return lambda *case: sum(
            [f(*case) for f in terms.values()] + [times * f(*case) for times, f, _ in changes]
        )

    yield changed(*[(1, f, "") for f in terms.values()]), sentence(f"{before}all is there twice.")
    yield changed(*[(-2, f, "") for f in terms.values()]), sentence(f"{before}all signs are wrong.")
    for change in single:
        yield changed(change), sentence(change[2])
    for pair in combinations(single, 2):
        if pair[0][1] is not pair[1][1]:
            yield changed(*pair), " ".join(sentence(cause) for _, _, cause in pair)


def sentence(words):
    """The words with a capital in front."""
    return words[0].upper() + words[1:]
