"""A product of equal factors, one for each weight, as a loop makes it: what goes wrong there."""

from helpers.checks.formulas import one_or_two


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
