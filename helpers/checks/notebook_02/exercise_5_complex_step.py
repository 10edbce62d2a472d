"""Exercise 5 of notebook 02: the complex step.

At 1e-20 a right answer is exact; at 0.1 and 0.25 it still shows its formula.
"""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_02.differences import (
    CALL_F,
    OWN_STEP,
    cube,
    exponential,
    forward,
    reciprocal,
)

COMPLEX_STEP = Exercise(
    solution=lambda f, x, h: f(x + 1j * h).imag / h,
    cases=[
        (cube, 1.5, 0.1),
        (reciprocal, 2.0, 0.25),
        (exponential, 0.5, 1e-20),
        (cube, 2.0, 1e-20),
    ],
    mistakes=[
        Mistake(
            lambda f, x, h: f(x + 1j * h).real / h,
            "The real part holds the value of the function. The slope is in the imaginary part.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag,
            "The imaginary part is `h` times the slope. Divide it by `h`.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h) / h,
            "The result is still a complex number. Its imaginary part holds the slope: take "
            "`.imag`.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h),
            "That is the value of the function at x + ih. Take its imaginary part, and divide by "
            "`h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 1j * h) - f(x)) / (1j * h),
            "You subtract f(x), as a forward difference does. That is what the complex step is "
            "there to avoid: take the imaginary part, and divide it by `h`.",
        ),
        Mistake(
            lambda f, x, h: abs(f(x + 1j * h)) / h,
            "`abs` mixes the real and the imaginary part. Take the imaginary part alone.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j).imag / h,
            "You step by 1j. The step is 1j * h.",
        ),
        Mistake(
            lambda f, x, h: 0.0,
            "The imaginary part is 0. Did the step go to the right, by `h`? Step by 1j * h.",
        ),
        Mistake(
            forward,
            "That is the forward difference. Step in the imaginary direction, by 1j * h.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag / (2 * h),
            "You divide by 2h, as the central difference does. Here it is one step `h`.",
        ),
        OWN_STEP,
    ],
    praise="No subtraction, so nothing cancels, however small the step.",
    hints={
        "name 'j'": "Write the imaginary unit as `1j`; a `j` alone is a name.",
        "name 'i'": "Python's imaginary unit is `1j`.",
        "imag": "`.imag` belongs to the complex number that `f` returns.",
        **CALL_F,
    },
)


def complex_step(answer):
    """Check my_complex_derivative(f, x, h).

    >>> complex_step(lambda f, x, h: f(x + h))
    ✗ Not yet right. your function(cube, 1.5, 0.1) gives 4.096, but it should be 6.74.
    """
    return COMPLEX_STEP.check(answer)
