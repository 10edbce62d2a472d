"""Exercise 1 of notebook 02: the forward difference."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
from helpers.checks.notebook_02.differences import (
    CALL_F,
    OWN_STEP,
    backward,
    central,
    cube,
    exponential,
    forward,
    reciprocal,
)


def with_parts(
    ahead=lambda f, x, h: f(x + h),
    here=lambda f, x, h: f(x),
    over=lambda f, x, h: h,
    joined=lambda ahead, here: ahead - here,
):
    """A forward difference with some of its parts changed."""
    return lambda *case: joined(ahead(*case), here(*case)) / over(*case)


SLIPS = {
    "ahead": [
        (lambda f, x, h: f(x), "The new value is taken at x. Step to x + h."),
        (lambda f, x, h: f(h), "The new value is taken at h. Step from x: f(x + h)."),
        (lambda f, x, h: f(x * h), "x and h are multiplied. The step is added: f(x + h)."),
        (lambda f, x, h: f(x - h), "The new value is one step to the left. Step to x + h."),
        (lambda f, x, h: f(x + 1), "The step is always 1. Step by h: f(x + h)."),
        (lambda f, x, h: f(x + 2 * h), "You go two steps. One is enough: f(x + h)."),
        (lambda f, x, h: f(x + h / 2), "You go half a step. Go a whole one: f(x + h)."),
        (lambda f, x, h: f(x + h**2), "The step is squared. Step by h: f(x + h)."),
        (lambda f, x, h: x + h, "x + h is a place. The new value is f(x + h)."),
        (lambda f, x, h: f(x) + f(h), "f(x + h) is not f(x) + f(h): add inside the brackets."),
        (lambda f, x, h: f(x) + h, "h is added to the value. It belongs inside: f(x + h)."),
    ],
    "here": [
        (lambda f, x, h: f(h), "The old value is taken at h. It is f(x)."),
        (lambda f, x, h: x, "You subtract x, a place. The old value is f(x)."),
        (lambda f, x, h: h, "You subtract h. The old value is f(x)."),
        (lambda f, x, h: f(x + h), "The new value stands where the old one should: f(x)."),
        (lambda f, x, h: f(x - h), "The old value is f(x), where you stand, not f(x - h)."),
        (lambda f, x, h: 0.0, "The old value is missing: subtract f(x)."),
        (lambda f, x, h: 2 * f(x), "The old value is subtracted twice."),
    ],
    "over": [
        (lambda f, x, h: 1.0, "Divide by the step `h`."),
        (lambda f, x, h: h / 2, "The slope is there twice: is a 2 too much, or half of `h` below?"),
        (lambda f, x, h: 2 * h, "You divide by 2h. Divide by the step `h`."),
        (lambda f, x, h: 1 / h, "You multiply by `h`. Divide by it."),
        (lambda f, x, h: h**2, "You divide by the square of `h`. Divide by `h`."),
        (lambda f, x, h: x, "You divide by x, the place. Divide by the step `h`."),
        (lambda f, x, h: x + h, "You divide by x + h, a place. Divide by the step `h`."),
        (lambda f, x, h: x - h, "You divide by x - h. Divide by the step `h`."),
        (lambda f, x, h: f(h), "You divide by f(h). Divide by the step `h`."),
        (lambda f, x, h: f(x), "You divide by f(x). Divide by the step `h`."),
    ],
    "joined": [
        (lambda ahead, here: here - ahead, "The sign is turned round: new value minus old value."),
        (lambda ahead, here: ahead + here, "You add the values: take their difference."),
        (lambda ahead, here: ahead / here, "You divide the values: take their difference."),
        (lambda ahead, here: ahead * here, "You multiply the values: take their difference."),
        (lambda ahead, here: abs(ahead - here), "`abs` loses the sign of the slope."),
    ],
}

FORWARD_DIFFERENCE = Exercise(
    solution=forward,
    cases=[(cube, 1.0, 0.1), (cube, -2.0, 0.5), (reciprocal, 2.0, 0.25), (exponential, 0.5, 0.05)],
    mistakes=[
        Mistake(
            lambda f, x, h: f(x + h) - f(x),
            "That is how much the function changes. Divide it by the step `h` to get a slope.",
        ),
        Mistake(
            lambda f, x, h: f(x + h) - f(x) / h,
            "Only f(x) gets divided by `h`: / binds tighter than -. Put the difference in "
            "brackets.",
        ),
        Mistake(
            lambda f, x, h: f(x + h) / h,
            "How much did the function change? Subtract f(x) before you divide.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / (2 * h),
            "You divide by 2h, but from x to x + h is only one `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) * h,
            "You multiply by `h`. A slope is the change divided by the step.",
        ),
        Mistake(
            lambda f, x, h: (f(x) - f(x + h)) / h,
            "The sign is turned round: subtract the old value, f(x), from the new one, f(x + h).",
        ),
        Mistake(
            backward,
            "You step to the left, to x - h. That estimates the slope as well, and is called the "
            "backward difference. Asked for is the step to the right, to x + h.",
        ),
        Mistake(
            central,
            "You step to both sides. That is the central difference, a better formula that comes "
            "later in this notebook. Asked for are f(x + h) and f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h),
            "You take both sides, and subtract the wrong way round. Asked for are f(x + h) and "
            "f(x), one `h` apart.",
        ),
        OWN_STEP,
        Mistake(
            lambda f, x, h: (f(x + h) + f(x)) / h,
            "You add the two values. How much the function changes is their difference.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / h,
            "You step to both sides. Asked for are f(x + h) and f(x), one `h` apart.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
            "You step to both sides, and `/ 2 * h` multiplies by `h`. Asked for are f(x + h) and "
            "f(x), divided by `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / (x + h),
            "You divide by x + h, the place. Divide by `h`, the step to it.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / x,
            "You divide by x, the place. Divide by the step `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - x) / h,
            "You subtract x. Subtract the value there, f(x).",
        ),
        Mistake(
            lambda f, x, h: 1.0,
            "The result is always 1: is `h` added to f(x)? It belongs inside: f(x + h).",
        ),
        Mistake(
            lambda f, x, h: (f(x * h) - f(x)) / h,
            "You step by multiplying. The next place is x + h.",
        ),
        Mistake(
            lambda f, x, h: f(x + h) / h - f(x),
            "Only f(x + h) gets divided by `h`. Put the difference in brackets.",
        ),
        Mistake(
            lambda f, x, h: f(h) / h,
            "Where is x? Compare the values at x + h and at x.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(h)) / h,
            "You subtract f(h). The value before the step is f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x + 2 * h) - f(x)) / h,
            "You step by 2h. One `h` is asked for.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 2 * h) - f(x)) / (2 * h),
            "The formula is right for twice the step. Use `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h / 2) - f(x - h / 2)) / h,
            "That is a central difference, with half a step to each side. Asked for are f(x + h) "
            "and f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x - h) - f(x)) / h,
            "You step to the left, to x - h. Step to x + h.",
        ),
        Mistake(
            lambda f, x, h: h / (f(x + h) - f(x)),
            "The quotient is upside down: the change of the function goes above, the step below.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / f(h),
            "You divide by f(h). Divide by the step itself, `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / h * x,
            "There is a factor x too much.",
        ),
        Mistake(
            lambda f, x, h: (f(1 + h) - f(1)) / h,
            "That is the slope at 1, wherever x is. Use the x that is passed in.",
        ),
        Mistake(
            lambda f, x, h: (cube(x + h) - cube(x)) / h,
            "That is right for the cube. Use the `f` that is passed in, for any function.",
        ),
        Mistake(
            lambda f, x, h: 3 * x**2,
            "That is the exact slope of the cube. Compute the difference for any `f`, with the "
            "step `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 0.1) - f(x)) / 0.1,
            "Your step is always 0.1. Use the `h` that is passed in.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 0.001) - f(x)) / h,
            "You step by a number of your own, and divide by `h`. Both are `h`.",
        ),
        Mistake(
            lambda f, x, h: (-f(x + 2 * h) + 4 * f(x + h) - 3 * f(x)) / (2 * h),
            "That is a better formula, with three values. Asked for is the one with f(x + h) and "
            "f(x).",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag / h,
            "That is the complex step, which comes at the end of this notebook. Asked for are f(x "
            "+ h) and f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - 2 * f(x) + f(x - h)) / h,
            "That is the difference of two slopes, as in a second derivative. Asked for is the "
            "first one, from f(x + h) and f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - 2 * f(x) + f(x - h)) / h**2,
            "That is the formula for the second derivative. Asked for is the first one, from "
            "f(x + h) and f(x).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / h**2,
            "You divide by the square of `h`. Divide by `h`.",
        ),
        Mistake(
            lambda f, x, h: f(x + h),
            "That is the value after the step. How much has it changed since f(x), for each unit "
            "of `h`?",
        ),
        Mistake(
            lambda f, x, h: f(x) / h,
            "Compare two values: how much does the function change from x to x + h?",
        ),
    ],
    slips=tuple(one_or_two(with_parts, SLIPS)),
    praise="Two evaluations, and you have a slope.",
    hints=CALL_F,
)


def forward_difference(answer):
    """Check my_derivative(f, x, h).

    >>> forward_difference(lambda f, x, h: (f(x + h) - f(x)) / x)
    ✗ Not yet right. You divide by x, the place. Divide by the step `h`.
    """
    return FORWARD_DIFFERENCE.check(answer)
