"""A product of equal factors, one for each weight, as a power or as a loop: what goes wrong."""

from helpers.checks.formulas import one_or_two


def of_a_power(base, exponent, slips):
    """Slips of base(*case) ** exponent(*case), written as a formula or as a loop.

    `slips` are those of the formula, by its parts: base, exponent, how they are `joined`, and what
    is done with the power `after` that.
    """

    def power(
        base=base,
        exponent=exponent,
        joined=lambda base, exponent: base**exponent,
        after=lambda power, *case: power,
    ):
        return lambda *case: after(joined(base(*case), exponent(*case)), *case)

    yield from one_or_two(power, slips)
    yield from of_a_product(base, exponent)


def of_a_product(factor, count):
    """Slips of a loop that multiplies 1 by factor(*case), count(*case) times."""

    def loop(
        start=lambda *case: 1,
        rounds=lambda *case: range(count(*case)),
        change=lambda total, i, *case: total * factor(*case),
    ):
        def product(*case):
            total = start(*case)
            for i in rounds(*case):
                total = change(total, i, *case)
            return total

        return product

    same_each_time = (
        "That is a factorial, as from a loop that multiplies by its counter. The factor is the "
        "same each time."
    )
    slips = {
        "start": [
            (factor, "The loop starts with one factor already: start with 1."),
            (count, "The loop starts with the number of weights: start with 1."),
            (lambda *case: 2, "The loop starts with 2: start with 1."),
        ],
        "rounds": [
            (lambda *case: range(1, count(*case)), "The loop runs once too little."),
            (lambda *case: range(count(*case) + 1), "The loop runs once too often."),
        ],
        "change": [
            (
                lambda total, i, *case: total + factor(*case),
                "The loop adds. Each weight multiplies: *= where you have +=.",
            ),
            (
                lambda total, i, *case: total + total * factor(*case),
                "The loop adds the product to what it had. It takes its place.",
            ),
            (lambda total, i, *case: total * (i + 1), same_each_time),
            (lambda total, i, *case: total * (factor(*case) - i), "The factor shrinks each time."),
            (
                lambda total, i, *case: total * factor(*case) ** (i + 1),
                "The loop multiplies powers, so that the exponents add up. One factor each time is "
                "enough.",
            ),
            (
                lambda total, i, *case: total * factor(*case) ** 2,
                "The loop squares the factor. Multiply by it once.",
            ),
            (lambda total, i, *case: total / factor(*case), "The loop divides. Multiply."),
        ],
    }
    yield from one_or_two(loop, slips)
    squared = loop(start=factor, change=lambda total, i, *case: total * total)
    once_less = loop(
        start=factor,
        rounds=lambda *case: range(1, count(*case)),
        change=lambda total, i, *case: total * total,
    )
    for function in (squared, once_less):
        yield (
            function,
            "The loop multiplies what it has by itself, so that the number of factors doubles each "
            "time. Multiply by the same factor each time.",
        )
