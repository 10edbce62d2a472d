"""The exercises of notebook 02, finite differences.

A finite difference is compared with the same formula, not with the derivative. Steps from 0.05 to
0.5 leave rounding no room: all right ways to write a formula agree to more than 9 digits, and what
is wrong with the formula shows far above that. Only the complex step can also be tried where it is
exact to the last digit.
"""

import cmath

from helpers.checks.feedback import Exercise, Mistake
from helpers.finite_differences import derivative
from helpers.toy_network import Weights, loss

# What the answers are tried on: functions of one number, real or complex.


def cube(x):
    return x**3


def reciprocal(x):
    return 1 / x


def exponential(x):
    return cmath.exp(x) if isinstance(x, complex) else cmath.exp(x).real


def forward(f, x, h):
    return (f(x + h) - f(x)) / h


def backward(f, x, h):
    return (f(x) - f(x - h)) / h


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def steepness(f, x, h):
    """The derivative, whatever the step."""
    return derivative(f, x)


OWN_STEP = Mistake(
    steepness,
    "That is the slope for a much smaller step than `h`. Use the `h` that is passed in.",
    within=1e-4,
)
CALL_F = {
    "not subscriptable": "`f` is a function: call it with round brackets, f(x).",
    "not callable": "Python needs the sign of a product: h * (…), not h(…).",
}

# 1. The forward difference.

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


# 2. The gradient.


def area(width, height):
    return width * height


def mixed(x, y, z):
    return x**2 * y - y / z


def loss_of_weights(w11, w12, w21, w22):
    return loss(0.5, Weights(w11, w12, w21, w22), 0.5)


def along_each(slope):
    """A gradient function: slope(g, x, h) for each argument, the others left where they are."""

    def gradient(f, point, h):
        def along(i):
            return lambda x: f(*point[:i], x, *point[i + 1 :])

        return [slope(along(i), x, h) for i, x in enumerate(point)]

    return gradient


def staying_moved(f, point, h):
    """Each argument is moved, and none is moved back."""
    here, moved, slopes = f(*point), list(point), []
    for i in range(len(point)):
        moved[i] += h
        slopes.append((f(*moved) - here) / h)
    return slopes


def one_after_the_other(f, point, h):
    """None is moved back, and each change is counted from the last point."""
    moved, slopes = list(point), []
    for i in range(len(point)):
        before = f(*moved)
        moved[i] += h
        slopes.append((f(*moved) - before) / h)
    return slopes


def all_at_once(f, point, h):
    return [(f(*[x + h for x in point]) - f(*point)) / h] * len(point)


my_gradient = along_each(forward)

FORWARD_GRADIENT = Exercise(
    solution=my_gradient,
    cases=[
        (area, [3.0, 5.0], 0.5),
        (mixed, [1.5, -2.0, 0.5], 0.1),
        (loss_of_weights, [0.4, 0.9, 0.3, -0.7], 0.1),
    ],
    mistakes=[
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[:1],
            "The list ends after the first slope. Is `return` inside the loop? It should stand "
            "below it.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[0],
            "That is the first slope, a single number. Collect one slope for each argument in a "
            "list.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[-1],
            "That is the last slope, a single number. Collect all of them in a list.",
        ),
        Mistake(
            all_at_once,
            "You move all arguments at once. Move one, leave the others where they are, and do so "
            "for each in turn.",
        ),
        Mistake(
            lambda f, point, h: all_at_once(f, point, h)[0],
            "You move all arguments at once, and get one number. Move one at a time, and collect "
            "the slopes in a list.",
        ),
        Mistake(
            staying_moved,
            "An argument that was moved is never moved back, so that the second slope also "
            "contains the first move. Start from the given point for each. (After `moved = point` "
            "both are the same list; `list(point)` is a copy.)",
        ),
        Mistake(
            one_after_the_other,
            "Each slope is measured where the last move ended. All belong to the same point: "
            "start from the given one for each.",
        ),
        Mistake(
            lambda f, point, h: [0.0] * len(point),
            "All slopes are 0. Is the function called twice at the same point? After "
            "`moved = point` both are the same list; `list(point)` is a copy.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[:1] * len(point),
            "All slopes are equal to the first: it is always the first argument that moves. Use "
            "the loop's index.",
        ),
        Mistake(
            along_each(lambda g, x, h: g(x + h) - g(x)),
            "Those are the changes of the function. Divide each by the step `h`.",
        ),
        Mistake(
            along_each(lambda g, x, h: g(x + h) - g(x) / h),
            "Only one of the two values gets divided by `h`. Put the difference in brackets.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x) - g(x + h)) / h),
            "All signs are turned round: subtract the value at the point from the moved one.",
        ),
        Mistake(
            along_each(backward),
            "You step to the left. Asked for are forward differences: move by + h.",
        ),
        Mistake(
            along_each(central),
            "Those are central differences, a better formula that comes later in this notebook. "
            "Asked for are forward differences.",
        ),
        Mistake(along_each(steepness), OWN_STEP.cause, within=1e-4),
    ],
    praise="One slope for each argument, measured one at a time.",
    hints={
        "required positional argument": "Call f(*point): the star passes the numbers one by one.",
        "can only concatenate list": "`point` is a list: add h to one of its entries.",
        "index out of range": "The last index of a list is its length minus 1.",
    },
)


def forward_gradient(answer):
    """Check my_gradient(f, point, h).

    >>> forward_gradient(lambda f, point, h: [0.0 for x in point]).kind
    'wrong'
    """
    return FORWARD_GRADIENT.check(answer)


# 3. One step downhill.


def on_each(new_weight):
    """A step function: new_weight(w, slope, rate) for each weight."""

    def step(weights, slopes, learning_rate):
        return [new_weight(w, s, learning_rate) for w, s in zip(weights, slopes, strict=True)]

    return step


DESCENT_STEP = Exercise(
    solution=on_each(lambda w, slope, rate: w - rate * slope),
    cases=[
        ([0.5, 0.5], [-0.125, 0.25], 0.1),
        ([1.0, -2.0, 0.3], [0.4, 0.2, -3.0], 0.5),
        ([0.7], [2.5], 0.3),
    ],
    mistakes=[
        Mistake(
            on_each(lambda w, slope, rate: w + rate * slope),
            "You walk uphill: the gradient points to where the loss grows. Subtract it.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - slope),
            "The learning rate is missing. Subtract learning_rate * slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate),
            "You subtract the learning rate alone. Multiply it by the slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: slope - rate * w),
            "Weights and slopes have changed places: a new weight is the old one minus the "
            "learning rate times the slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: rate * slope - w),
            "The difference is turned round: the old weight comes first.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: -rate * slope),
            "Those are the changes of the weights. Add the old weights to them.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: rate * slope),
            "That is what to subtract. Subtract it from the old weights.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: (w - slope) * rate),
            "The learning rate scales the slope only, not the weight.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - slope / rate),
            "You divide by the learning rate. Multiply by it: a small rate is a small step.",
        ),
        Mistake(
            lambda weights, slopes, rate: [weights[0] - rate * slopes[0]],
            "The list ends after the first weight. Is `return` inside the loop? It should stand "
            "below it.",
        ),
    ],
    praise="Each weight goes against its own slope.",
    hints={
        "can't multiply sequence": "Lists cannot be multiplied by a number as a whole. Go through "
        "both with `for w, slope in zip(weights, slopes)`.",
        "list' and 'list": "Lists cannot be subtracted as a whole. Go through both with "
        "`for w, slope in zip(weights, slopes)`.",
    },
)


def descent_step(answer):
    """Check my_step(weights, slopes, learning_rate).

    >>> descent_step(lambda weights, slopes, learning_rate: weights).kind
    'wrong'
    """
    return DESCENT_STEP.check(answer)


# 4. The central difference.

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


# 5. The complex step. At 1e-20 a right answer is exact; at 0.1 and 0.25 it still shows its formula.

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
