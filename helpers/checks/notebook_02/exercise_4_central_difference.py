"""Exercise 4 of notebook 02: the central difference."""

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
    right=lambda f, x, h: f(x + h),
    left=lambda f, x, h: f(x - h),
    over=lambda f, x, h: 2 * h,
    joined=lambda right, left: right - left,
):
    """A central difference with some of its parts changed."""
    return lambda *case: joined(right(*case), left(*case)) / over(*case)


SLIPS = {
    "right": [
        (lambda f, x, h: f(x), "The first value is taken at x. Take it at x + h."),
        (lambda f, x, h: f(h), "The first value is taken at h. Take it at x + h."),
        (lambda f, x, h: f(x + 2 * h), "You go 2h to the right. Step by `h`: f(x + h)."),
        (lambda f, x, h: f(x + h / 2), "You go half of `h` to the right. Step by `h`: f(x + h)."),
        (lambda f, x, h: f(x + 1), "The step to the right is always 1. Step by `h`: f(x + h)."),
        (lambda f, x, h: f(x) + h, "h is added to the value. It belongs inside: f(x + h)."),
        (lambda f, x, h: f(x) + f(h), "f(x + h) is not f(x) + f(h): add inside the brackets."),
        (lambda f, x, h: x + h, "x + h is a place. The first value is f(x + h)."),
    ],
    "left": [
        (lambda f, x, h: f(x), "The second value is taken at x. Take it at x - h."),
        (lambda f, x, h: f(h), "The second value is taken at h. Take it at x - h."),
        (lambda f, x, h: f(h - x), "You take f(h - x). The other point is x - h."),
        (lambda f, x, h: f(x - 2 * h), "You go 2h to the left. Step by `h`: f(x - h)."),
        (lambda f, x, h: f(x - h / 2), "You go half of `h` to the left. Step by `h`: f(x - h)."),
        (lambda f, x, h: f(x - 1), "The step to the left is always 1. Step by `h`: f(x - h)."),
        (lambda f, x, h: f(x) - h, "h is subtracted from the value. It belongs inside: f(x - h)."),
        (lambda f, x, h: f(x) - f(h), "f(x - h) is not f(x) - f(h): subtract inside the brackets."),
        (lambda f, x, h: f(x) + h, "f(x) - h stands there without its brackets: f(x - h)."),
        (lambda f, x, h: 2 * f(x), "The second value is 2 f(x). It is f(x - h)."),
        (lambda f, x, h: x - h, "x - h is a place. The second value is f(x - h)."),
        (lambda f, x, h: 0.0, "The second value is missing: subtract f(x - h)."),
    ],
    "over": [
        (lambda f, x, h: h, "You divide by `h`. The two points are 2h apart."),
        (lambda f, x, h: 1.0, "Divide by 2h, the distance of the points."),
        (lambda f, x, h: 2.0, "You divide by 2, but not by `h`."),
        (lambda f, x, h: 2 / h, "`/ 2 * h` multiplies by `h`. Write / (2 * h)."),
        (lambda f, x, h: h / 2, "`/ h * 2` doubles. Write / (2 * h)."),
        (lambda f, x, h: 1 / (2 * h), "You multiply by 2h. Divide by it."),
        (lambda f, x, h: 1 / h, "You multiply by `h`. Divide by 2h."),
        (lambda f, x, h: 2 * h**2, "You divide by 2 * h**2. It is 2h, without a square."),
        (lambda f, x, h: h**2, "You divide by the square of `h`. The two points are 2h apart."),
        (lambda f, x, h: (2 * h) ** 2, "You divide by the square of 2h. It is 2h itself."),
        (lambda f, x, h: 4 * h, "You divide by 4h. The two points are 2h apart."),
        (lambda f, x, h: 2 * x, "You divide by 2x. The two points are 2h apart."),
        (lambda f, x, h: x, "You divide by x. The two points are 2h apart."),
        (lambda f, x, h: 2 + h, "You divide by 2 + h. It is 2 times `h`."),
        (lambda f, x, h: 2 * x + h, "You divide by 2x + h. The two points are 2h apart."),
        (lambda f, x, h: x + h, "You divide by x + h, a place. The two points are 2h apart."),
    ],
    "joined": [
        (lambda right, left: left - right, "The sign is turned round: f(x + h) comes first."),
        (
            lambda right, left: right + left,
            "You add the two values. Their difference is what counts.",
        ),
        (lambda right, left: right / left, "You divide the values. Take their difference."),
        (lambda right, left: right * left, "You multiply the two values. Take their difference."),
        (lambda right, left: abs(right - left), "`abs` loses the sign of the slope."),
    ],
}

CENTRAL_DIFFERENCE = Exercise(
    solution=central,
    cases=[(cube, 1.0, 0.1), (cube, -2.0, 0.5), (reciprocal, 2.0, 0.25), (exponential, 0.5, 0.05)],
    mistakes=[
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / h,
            "The result is twice too large: from x - h to x + h it is 2h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
            "`/ 2 * h` divides by 2 and then multiplies by `h`. Write / (2 * h).",
        ),
        Mistake(
            lambda f, x, h: f(x + h) - f(x - h) / (2 * h),
            "Only the second value gets divided: / binds tighter than -. Put the difference in "
            "brackets.",
        ),
        Mistake(
            lambda f, x, h: f(x + h) - f(x - h),
            "That is how much the function changes. Divide it by the distance, which is 2h.",
        ),
        Mistake(
            forward,
            "That is the forward difference. The central one takes x - h instead of x, and "
            "divides by 2h.",
        ),
        Mistake(
            backward,
            "That is the backward difference. The central one takes x + h instead of x, and "
            "divides by 2h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / (2 * h),
            "You divide by 2h, but go only from x to x + h. The other point is x - h.",
        ),
        Mistake(
            lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h),
            "The sign is turned round: f(x + h) comes first.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h / 2) - f(x - h / 2)) / h,
            "The formula is right for half the step. Asked for is a whole `h` to each side.",
        ),
        OWN_STEP,
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / 2 / h**2,
            "A square is too much: divide by 2h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - 2 * f(x) + f(x - h)) / h**2,
            "That is the formula for the second derivative. The first one takes f(x + h) and f(x "
            "- h).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - 2 * f(x) + f(x - h)) / h,
            "You subtract one slope from the other. The central difference is their mean.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - 2 * f(x) + f(x - h)) / (2 * h),
            "You subtract the backward difference from the forward one. For the mean, add them "
            "and halve the sum.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 2 * h) - f(x - 2 * h)) / (2 * h),
            "You step by 2h to each side, but divide by 2h. Step by `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 2 * h) - f(x)) / (2 * h),
            "That is a forward difference with the step 2h. The points of the central one are "
            "x + h and x - h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 2 * h) - f(x - 2 * h)) / (4 * h),
            "The formula is right for twice the step. Step by `h` to each side.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h / 2) - f(x - h / 2)) / (2 * h),
            "You step by half of `h` to each side. Step by a whole `h`.",
        ),
        Mistake(
            lambda f, x, h: 0.0,
            "The result is always 0: both values are the same. One is f(x + h), the other f(x - "
            "h).",
        ),
        Mistake(
            lambda f, x, h: f(x + h) - f(x - h) / 2 * h,
            "Two brackets are missing: (f(x + h) - f(x - h)) / (2 * h).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / h * 2,
            "You divide by `h` and double, or divide by half of it. Write / (2 * h).",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x)) / h + (f(x) - f(x - h)) / h / 2,
            "Only the second slope is halved. For the mean of both put their sum in brackets.",
        ),
        Mistake(
            lambda f, x, h: f(2 * h) / (2 * h),
            "The difference is taken inside the bracket, where x cancels. Call `f` twice, and "
            "subtract its values.",
        ),
        Mistake(
            lambda f, x, h: (f(x) - f(x - h)) / (2 * h),
            "You divide by 2h, but go only from x - h to x. The other point is x + h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) + f(x - h)) / 2,
            "That is the mean of the two values. The slope is their difference, divided by 2h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / (2 * f(h)),
            "You divide by 2 f(h). Divide by 2h, the distance.",
        ),
        Mistake(
            lambda f, x, h: (cube(x + h) - cube(x - h)) / (2 * h),
            "That is right for the cube. Use the `f` that is passed in, for any function.",
        ),
        Mistake(
            lambda f, x, h: 3 * x**2,
            "That is the exact slope of the cube. Compute the difference for any `f`, with the "
            "step `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 0.1) - f(x - 0.1)) / 0.2,
            "Your step is always 0.1. Use the `h` that is passed in.",
        ),
        Mistake(
            lambda f, x, h: (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h),
            "That is a still better formula, with four values. Asked for is the one with two.",
        ),
        Mistake(
            lambda f, x, h: (-f(x + 2 * h) + 4 * f(x + h) - 3 * f(x)) / (2 * h),
            "All your points lie to the right. The central difference takes one on each side.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag / h,
            "That is the complex step, the next section. Here it is f(x + h) and f(x - h).",
        ),
        Mistake(
            lambda f, x, h: (f(x * h) - f(x / h)) / (2 * h),
            "You step by multiplying and dividing. The points are x + h and x - h.",
        ),
    ],
    slips=tuple(one_or_two(with_parts, SLIPS)),
    praise="Two evaluations again, and the term with the second derivative cancels.",
    hints=CALL_F,
)


def central_difference(answer):
    """Check my_central_derivative(f, x, h).

    >>> print(central_difference(lambda f, x, h: (f(x + h) - f(x)) / h).message)
    That is the forward difference. The central one takes x - h instead of x, and divides by 2h.
    """
    return CENTRAL_DIFFERENCE.check(answer)
