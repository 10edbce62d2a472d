"""Exercise 1 of notebook 02: the forward difference."""

from helpers.checks.feedback import Exercise, Mistake
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
        OWN_STEP,
    ],
    praise="Two evaluations, and you have a slope.",
    hints=CALL_F,
)


def forward_difference(answer):
    """Check my_derivative(f, x, h).

    >>> forward_difference(lambda f, x, h: (f(x + h) - f(x)) / x)
    ✗ Not yet right. your function(cube, 1, 0.1) gives 0.331, but it should be 3.31.
    """
    return FORWARD_DIFFERENCE.check(answer)
