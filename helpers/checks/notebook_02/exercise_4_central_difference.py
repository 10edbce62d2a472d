"""Exercise 4 of notebook 02: the central difference."""

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
            lambda f, x, h: (f(x + h) - f(x - h)) / 2,
            "You divide by 2, but not by `h`.",
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
            lambda f, x, h: (f(x + h) + f(x - h)) / (2 * h),
            "You add the two values. Their difference is what counts.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h / 2) - f(x - h / 2)) / h,
            "The formula is right for half the step. Asked for is a whole `h` to each side.",
        ),
        OWN_STEP,
    ],
    praise="Two evaluations again, and the term with the second derivative cancels.",
    hints=CALL_F,
)


def central_difference(answer):
    """Check my_central_derivative(f, x, h).

    >>> print(central_difference(lambda f, x, h: (f(x + h) - f(x)) / h).message)
    That is the forward difference. The central one takes x - h instead of x, and divides by 2h.
    """
    return CENTRAL_DIFFERENCE.check(answer)
