"""Exercise 5 of notebook 02: the complex step.

At 1e-20 a right answer is exact; at 0.1 and 0.25 it still shows its formula.
"""

from cmath import phase

from helpers.checks.feedback import Exercise, Feedback, Mistake
from helpers.checks.formulas import one_or_two
from helpers.checks.notebook_02.differences import (
    CALL_F,
    OWN_STEP,
    cube,
    exponential,
    forward,
    reciprocal,
)


def with_parts(
    at=lambda x, h: x + 1j * h,
    less=lambda f, x, h: 0.0,
    part=lambda z, h: complex(z).imag,
    over=lambda x, h: h,
):
    """A complex step with some of its parts changed."""
    return lambda f, x, h: part(f(at(x, h)) - less(f, x, h), h) / over(x, h)


SLIPS = {
    "at": [
        (lambda x, h: x + 1j + h, "You add 1j and h. The step is a product, 1j * h."),
        (lambda x, h: x + 1j, "You step by 1j. The step is 1j * h."),
        (lambda x, h: x - 1j * h, "The step has a minus: it is + 1j * h."),
        (lambda x, h: x * 1j * h, "You multiply x by the step. Add it: x + 1j * h."),
        (lambda x, h: (x + h) * 1j, "The 1j belongs to h alone: x + 1j * h."),
        (lambda x, h: x + h + 1j * h, "You step to the right as well. Only 1j * h is added."),
        (lambda x, h: x + 2j * h, "You step by 2j * h. One step is enough: 1j * h."),
        (lambda x, h: x + 1j / h, "You divide the step by h. It is 1j * h."),
        (lambda x, h: x + 1j * h**2, "h is squared in the step. It is 1j * h."),
        (lambda x, h: 1j * h, "Where is x? Step from there: x + 1j * h."),
        *[
            (
                lambda x, h, own=own: x + 1j * own,
                "You step by a number of your own. Step by 1j * h.",
            )
            for own in (1e-20, 1e-10, 1e-8, 1e-6, 1e-3, 0.1)
        ],
        (lambda x, h: h + 1j * x, "x and h have changed places: x + 1j * h."),
    ],
    "less": [
        (
            lambda f, x, h: f(x),
            "You subtract f(x), as a forward difference does. The slope alone is in the imaginary "
            "part: nothing is to be subtracted.",
        ),
        (
            lambda f, x, h: f(x - h),
            "You subtract f(x - h), as a central difference does. The slope alone is in the "
            "imaginary part: nothing is to be subtracted.",
        ),
        (
            lambda f, x, h: f(x - 1j * h),
            "You step to both sides, as in a central difference. One step is enough: nothing is to "
            "be subtracted.",
        ),
    ],
    "part": [
        (lambda z, h: complex(z).real, "The slope is in the imaginary part, not in the real one."),
        (lambda z, h: abs(z), "`abs` mixes both parts. Take the imaginary part alone."),
        (lambda z, h: z, "`.imag` is missing."),
        (
            lambda z, h: phase(z),
            "That is the angle of the complex number. Take its imaginary part, `.imag`.",
        ),
        (lambda z, h: -complex(z).imag, "The imaginary part has a minus. Take it as it is."),
        (
            lambda z, h: h * (z / (1j * h)).imag,
            "The 1j is divided away before `.imag` is taken, and that turns the parts round. "
            "Divide by `h` alone, and after `.imag`.",
        ),
        (lambda z, h: complex(z).real + complex(z).imag, "You add the parts. Take `.imag` alone."),
        (lambda z, h: complex(z).imag ** 2, "The imaginary part is squared. Take it as it is."),
    ],
    "over": [
        (lambda x, h: 1.0, "Divide by `h`."),
        (lambda x, h: 2 * h, "You divide by 2h. It is one step, `h`."),
        (lambda x, h: 1 / h, "You multiply by `h`. Divide by it."),
        (lambda x, h: h**0.5, "You divide by the root of `h`. Divide by `h`."),
        (lambda x, h: h**2, "You divide by the square of `h`. Divide by `h`."),
        (lambda x, h: x, "You divide by x. Divide by the step `h`."),
        (lambda x, h: x + h, "You divide by x + h. Divide by the step `h`."),
        (lambda x, h: 1j * h, "You divide by 1j * h. `.imag` is real already: divide by `h`."),
        (lambda x, h: x + 1j * h, "You divide by the place. Divide by the step `h`."),
    ],
}

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
            "The imaginary part is 0. Did the step go to the right, by `h`, or to both sides, so "
            "that they cancel? Step by 1j * h.",
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
        Mistake(
            lambda f, x, h: f(x + 1j).imag,
            "You step by 1j, and do not divide. The step is 1j * h, and the slope the imaginary "
            "part divided by `h`.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag * h,
            "You multiply by `h`. The imaginary part is `h` times the slope: divide.",
        ),
        Mistake(
            lambda f, x, h: f(1j * h).imag / h,
            "Where is x? Step from there: x + 1j * h.",
        ),
        Mistake(
            lambda f, x, h: f(x * 1j * h).imag / h,
            "You multiply x by the step. Add it: x + 1j * h.",
        ),
        Mistake(
            lambda f, x, h: f(x - 1j * h).imag / h,
            "The sign is turned round: step by + 1j * h, and take the imaginary part as it is.",
        ),
        Mistake(
            lambda f, x, h: -1j * f(x + 1j * h).imag * h,
            "`/ 1j * h` divides by 1j only, and `.imag` has taken the 1j away already. Divide by "
            "`h`.",
        ),
        Mistake(
            lambda f, x, h: -1j * f(x + 1j * h).imag / h,
            "You divide by 1j * h. `.imag` is a real number already: divide by `h`.",
        ),
        Mistake(
            lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h),
            "That is the central difference. Step in the imaginary direction, by 1j * h.",
        ),
        Mistake(
            lambda f, x, h: abs(f(x + 1j * h) - f(x)) / h,
            "You subtract f(x), and `abs` takes the length. Take the imaginary part alone: "
            "nothing is to be subtracted.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag / h**2,
            "You divide by the square of `h`. The imaginary part is `h` times the slope.",
        ),
        Mistake(
            lambda f, x, h: f(x + 0j) / h,
            "That is the value of the function, divided by `h`, with no imaginary step. Either "
            "`.imag` stands behind `h`, inside the bracket (it belongs behind f(…)), or the 1j is "
            "outside: f(x + 1j * h) has it inside.",
        ),
        Mistake(
            lambda f, x, h: f(x),
            "That is the value of the function at x, with no imaginary step. The 1j * h belongs "
            "inside the bracket: f(x + 1j * h).",
        ),
        Mistake(
            lambda f, x, h: f(x) * h,
            "That is the value of the function at x, times `h`. The 1j * h belongs inside the "
            "bracket: f(x + 1j * h).",
        ),
        Mistake(
            lambda f, x, h: f(x + h) / h,
            "That is the value one step to the right, divided by `h`. The 1j belongs to the step, "
            "inside the bracket: f(x + 1j * h).",
        ),
        Mistake(
            lambda f, x, h: 1.0,
            "The result is always 1: `f` is missing. Take the imaginary part of f(x + 1j * h).",
        ),
        Mistake(
            lambda f, x, h: f(h) / h,
            "`.imag` stands inside the bracket, so that `f` gets the real number `h`. Take the "
            "imaginary part of what `f` returns.",
        ),
        Mistake(
            lambda f, x, h: f(h + 1j * x).imag / h,
            "Real and imaginary part have changed places: x is real, `h` imaginary.",
        ),
        Mistake(
            lambda f, x, h: ((x + 1j * h) ** 3).imag / h,
            "That is right for the cube. Use the `f` that is passed in, for any function.",
        ),
        Mistake(
            lambda f, x, h: 3 * x**2,
            "That is the exact slope of the cube. Compute it for any `f`, with the step `h`.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h).imag / x,
            "You divide by x. Divide by the step `h`.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j**h).imag / h,
            "You write a power of 1j. The step is a product: 1j * h.",
        ),
        Mistake(
            lambda f, x, h: (f(x + 1j * h) - f(x - 1j * h)).imag / h,
            "That is the slope twice. Is there a 2 too much? Or do you step to both sides, as in a "
            "central difference? One step is enough.",
        ),
        Mistake(
            lambda f, x, h: f(x + 1j * h) - f(x) / h,
            "You subtract f(x), as a forward difference does, and only f(x) gets divided. Nothing "
            "is to be subtracted: take the imaginary part of f(x + 1j * h).",
        ),
    ],
    slips=tuple(one_or_two(with_parts, SLIPS)),
    praise="No subtraction, so nothing cancels, however small the step.",
    hints={
        "division by zero": "What is divided by is 0. So is the `.imag` of a real number like `h`: "
        "take that of what `f` returns.",
        "'float' object is not callable": "`.imag` is no call: no brackets behind it. (And a "
        "product needs its sign: h * (…).)",
        "name 'j'": "Write the imaginary unit as `1j`; a `j` alone is a name.",
        "name 'i'": "Python's imaginary unit is `1j`.",
        "name 'imag'": "`.imag` belongs to the complex number that `f` returns.",
        "name 'Im'": "`.imag` belongs to the complex number that `f` returns.",
        "name 'jh'": "A product needs its sign: 1j * h.",
        "attribute 'imag": "`.imag` belongs to the complex number that `f` returns.",
        **CALL_F,
    },
)


def complex_step(answer):
    """Check my_complex_derivative(f, x, h).

    >>> complex_step(lambda f, x, h: f(x + h))
    ✗ Not yet right. your function(cube, 1.5, 0.1) gives 4.096, but it should be 6.74.
    """
    feedback = COMPLEX_STEP.check(answer)
    if feedback.kind == "right" and asks_for_the_value(answer):
        return Feedback("wrong", SUBTRACTED)
    return feedback


SUBTRACTED = (
    "All numbers are right, but you evaluate `f` without an imaginary step as well, and subtract. "
    "The slope alone is in the imaginary part of f(x + 1j * h): nothing is left to subtract."
)


def asks_for_the_value(answer):
    """Does it evaluate the function at a real number too?"""
    points = []

    def watched(z):
        points.append(z)
        return cube(z)

    answer(watched, 1.5, 0.1)
    return any(complex(z).imag == 0 for z in points)
