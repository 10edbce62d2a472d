"""The exercises of notebook 02: ways to write each right, and the mistakes that students make."""

import numpy as np

from helpers import checks
from helpers.checks import notebook_02
from helpers.finite_differences import derivative, gradient
from tests.exercises import Entry

NOTEBOOK = "02-finite-differences.ipynb"


def random_formula(rng):
    """A weighted sum of the function's values to the left, in the middle and to the right."""
    a, b, c = rng.uniform(-2, 2, size=3)
    return lambda f, x, h: (a * f(x - h) + b * f(x) + c * f(x + h)) / h


# ------------------------------------------------------------------ 1. the forward difference


def forward_in_steps(f, x, h):
    rise = f(x + h) - f(x)
    run = (x + h) - x
    return rise / run


def forward_as_two_quotients(f, x, h):
    return f(x + h) / h - f(x) / h


def forward_with_own_step(f, x, h):
    h = 1e-6
    return (f(x + h) - f(x)) / h


# ------------------------------------------------------------------ 2. the gradient


def gradient_with_numpy(f, point, h):
    point = np.array(point)
    return (np.array([f(*(point + h * row)) for row in np.eye(len(point))]) - f(*point)) / h


def gradient_moving_back(f, point, h):
    slopes = ()
    for i in range(len(point)):
        before = f(*point)
        old = point[i]
        point[i] = old + h
        slopes += ((f(*point) - before) / h,)
        point[i] = old
    return slopes


def gradient_of_slices(f, point, h):
    return [(f(*point[:i], x + h, *point[i + 1 :]) - f(*point)) / h for i, x in enumerate(point)]


def return_in_loop(f, point, h):
    slopes = []
    for i in range(len(point)):
        moved = list(point)
        moved[i] += h
        slopes.append((f(*moved) - f(*point)) / h)
        return slopes


def first_slope_alone(f, point, h):
    for i in range(len(point)):
        moved = list(point)
        moved[i] += h
        return (f(*moved) - f(*point)) / h


def last_slope_alone(f, point, h):
    for i in range(len(point)):
        moved = list(point)
        moved[i] += h
        slope = (f(*moved) - f(*point)) / h
    return slope


def all_moved(f, point, h):
    slopes = []
    for _ in point:
        moved = [x + h for x in point]
        slopes.append((f(*moved) - f(*point)) / h)
    return slopes


def all_moved_once(f, point, h):
    moved = [x + h for x in point]
    return (f(*moved) - f(*point)) / h


def never_moved_back(f, point, h):
    here = f(*point)
    moved = point
    slopes = []
    for i in range(len(point)):
        moved[i] += h
        slopes.append((f(*moved) - here) / h)
    return slopes


def here_moves_along(f, point, h):
    slopes = []
    for i in range(len(point)):
        here = f(*point)
        point[i] += h
        slopes.append((f(*point) - here) / h)
    return slopes


def same_list_twice(f, point, h):
    slopes = []
    for i in range(len(point)):
        moved = point
        moved[i] += h
        slopes.append((f(*moved) - f(*point)) / h)
    return slopes


def always_the_first(f, point, h):
    slopes = []
    for _ in range(len(point)):
        moved = list(point)
        moved[0] += h
        slopes.append((f(*moved) - f(*point)) / h)
    return slopes


def gradient_by(formula):
    """A gradient function that uses a formula for one argument, (here, moved, h) -> slope."""

    def my_gradient(f, point, h):
        slopes = []
        for i in range(len(point)):
            moved = list(point)
            moved[i] = moved[i] + h
            slopes.append(formula(f(*point), f(*moved), h))
        return slopes

    return my_gradient


def central_gradient(f, point, h):
    slopes = []
    for i in range(len(point)):
        right, left = list(point), list(point)
        right[i] += h
        left[i] -= h
        slopes.append((f(*right) - f(*left)) / (2 * h))
    return slopes


def random_gradient(rng):
    a, b = rng.uniform(-2, 2, size=2)
    return gradient_by(lambda here, moved, h: (a * moved + b * here) / h)


# ------------------------------------------------------------------ 3. one step


def step_with_numpy(weights, slopes, learning_rate):
    return np.array(weights) - learning_rate * np.array(slopes)


def step_in_place(weights, slopes, learning_rate):
    for i in range(len(weights)):
        weights[i] -= learning_rate * slopes[i]
    return weights


def step_by(new_weight):
    def my_step(weights, slopes, learning_rate):
        return tuple(map(lambda w, s: new_weight(w, s, learning_rate), weights, slopes))

    return my_step


def step_of_first(weights, slopes, learning_rate):
    for w, slope in zip(weights, slopes, strict=True):
        return [w - learning_rate * slope]


def random_step(rng):
    a, b = rng.uniform(-2, 2, size=2)
    return step_by(lambda w, slope, rate: a * w + b * slope * rate)


# ------------------------------------------------------------------ 4. the central difference


def mean_of_forward_and_backward(f, x, h):
    right = (f(x + h) - f(x)) / h
    left = (f(x) - f(x - h)) / h
    return (right + left) / 2


def central_in_steps(f, x, h):
    right, left = x + h, x - h
    return (f(right) - f(left)) / (right - left)


# ------------------------------------------------------------------ 5. the complex step


def complex_in_steps(f, x, h):
    z = complex(x, h)
    return np.imag(f(z)) / h


def complex_to_both_sides(f, x, h):
    return (f(x + 1j * h).imag - f(x - 1j * h).imag) / 2 / h


EXERCISES = [
    Entry(
        notebook=NOTEBOOK,
        name="my_derivative",
        check=checks.forward_difference,
        exercise=notebook_02.FORWARD_DIFFERENCE,
        right=[
            forward_in_steps,
            forward_as_two_quotients,
            lambda f, x, h: 1 / h * (f(x + h) - f(x)),
            lambda f, x, h: derivative(f, x, h, method="forward"),
        ],
        wrong=[
            (lambda f, x, h: -f(x) + f(h + x), "Divide it by the step"),
            (lambda f, x, h: f(x + h) - f(x) / h, "Only f(x) gets divided"),
            (lambda f, x, h: f(x + h) / h, "Subtract f(x) before"),
            (lambda f, x, h: (f(x + h) - f(x)) / 2 / h, "is only one `h`"),
            (lambda f, x, h: h * (f(x + h) - f(x)), "You multiply by"),
            (lambda f, x, h: (f(x) - f(x + h)) / h, "sign is turned round"),
            (lambda f, x, h: (f(x - h) - f(x)) / -h, "called the backward difference"),
            (lambda f, x, h: 0.5 * (f(x + h) - f(x - h)) / h, "the central difference"),
            (forward_with_own_step, "Use the `h` that is passed in"),
            (lambda f, x, h: (f[x + h] - f[x]) / h, "with round brackets"),
            (lambda f, x, h: h(f(x)), "needs the sign of a product"),
            (lambda f, x, h: [f(x)], "expected a number"),
        ],
        random_wrong=random_formula,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_gradient",
        check=checks.forward_gradient,
        exercise=notebook_02.FORWARD_GRADIENT,
        right=[
            gradient_with_numpy,
            gradient_moving_back,
            gradient_of_slices,
            lambda f, point, h: gradient(f, point, h, method="forward"),
        ],
        wrong=[
            (return_in_loop, "Is `return` inside the loop?"),
            (first_slope_alone, "the first slope, a single number"),
            (last_slope_alone, "the last slope, a single number"),
            (all_moved, "leave the others where they are"),
            (all_moved_once, "at once, and get one number"),
            (never_moved_back, "never moved back"),
            (here_moves_along, "where the last move ended"),
            (same_list_twice, "twice at the same point"),
            (always_the_first, "always the first argument that moves"),
            (gradient_by(lambda here, moved, h: moved - here), "Those are the changes"),
            (gradient_by(lambda here, moved, h: moved - here / h), "Only one of the two values"),
            (gradient_by(lambda here, moved, h: (here - moved) / h), "All signs"),
            (lambda f, point, h: gradient_of_slices(f, point, -h), "You step to the left"),
            (central_gradient, "Those are central differences"),
            (lambda f, point, h: gradient_of_slices(f, point, 1e-6), "much smaller step"),
            (lambda f, point, h: (f(point) - h) / h, "the star passes the numbers one by one"),
            (lambda f, point, h: [f(*(point + h))], "is a list: add h to one"),
            (lambda f, point, h: point[len(point)], "its length minus 1"),
            (lambda f, point, h: [0.1, 0.2, 0.3], "returned 3 numbers, expected 2"),
        ],
        random_wrong=random_gradient,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_step",
        check=checks.descent_step,
        exercise=notebook_02.DESCENT_STEP,
        right=[
            step_with_numpy,
            step_in_place,
            step_by(lambda w, slope, rate: -rate * slope + w),
        ],
        wrong=[
            (step_by(lambda w, slope, rate: w + rate * slope), "You walk uphill"),
            (step_by(lambda w, slope, rate: w - slope), "learning rate is missing"),
            (step_by(lambda w, slope, rate: w - rate), "the learning rate alone"),
            (step_by(lambda w, slope, rate: slope - rate * w), "have changed places"),
            (step_by(lambda w, slope, rate: rate * slope - w), "the old weight comes first"),
            (step_by(lambda w, slope, rate: -slope * rate), "the changes of the weights"),
            (step_by(lambda w, slope, rate: slope * rate), "what to subtract"),
            (step_by(lambda w, slope, rate: (w - slope) * rate), "scales the slope only"),
            (step_by(lambda w, slope, rate: w - slope / rate), "divide by the learning rate"),
            (step_of_first, "`return` inside the loop"),
            (lambda w, slopes, rate: w - rate * slopes, "cannot be multiplied by a number"),
            (lambda w, slopes, rate: w - slopes, "cannot be subtracted as a whole"),
            (lambda w, slopes, rate: w[0] - rate * slopes[0], "expected a list of 2 numbers"),
            (
                lambda w, slopes, rate: [a - b * rate for a in w for b in slopes],
                "returned 4 numbers, expected 2",
            ),
        ],
        random_wrong=random_step,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_central_derivative",
        check=checks.central_difference,
        exercise=notebook_02.CENTRAL_DIFFERENCE,
        right=[
            mean_of_forward_and_backward,
            central_in_steps,
            lambda f, x, h: (f(x + h) - f(x - h)) / h / 2,
            derivative,
        ],
        wrong=[
            (lambda f, x, h: (f(x + h) - f(x - h)) / h, "twice too large"),
            (lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h, "then multiplies by"),
            (lambda f, x, h: f(x + h) - f(x - h) / (2 * h), "Only the second value"),
            (lambda f, x, h: f(x + h) - f(x - h), "by the distance, which is 2h"),
            (lambda f, x, h: (f(x + h) - f(x - h)) / 2, "but not by `h`"),
            (forward_in_steps, "That is the forward difference"),
            (lambda f, x, h: (f(x) - f(x - h)) / h, "That is the backward difference"),
            (lambda f, x, h: (f(x + h) - f(x)) / (2 * h), "The other point is x - h"),
            (lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h), "f(x + h) comes first"),
            (lambda f, x, h: (f(x + h) + f(x - h)) / (2 * h), "You add the two values"),
            (lambda f, x, h: central_in_steps(f, x, h / 2), "a whole `h` to each side"),
            (lambda f, x, h: central_in_steps(f, x, 1e-5), "a much smaller step"),
        ],
        random_wrong=random_formula,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_complex_derivative",
        check=checks.complex_step,
        exercise=notebook_02.COMPLEX_STEP,
        right=[
            complex_in_steps,
            complex_to_both_sides,
            lambda f, x, h: (f(x + h * 1j) / h).imag,
            lambda f, x, h: derivative(f, x, h, method="complex"),
        ],
        wrong=[
            (lambda f, x, h: f(x + 1j * h).real / h, "holds the value of the function"),
            (lambda f, x, h: f(x + 1j * h).imag, "is `h` times the slope"),
            (lambda f, x, h: f(x + 1j * h) / h, "still a complex number"),
            (lambda f, x, h: f(x + 1j * h), "function at x + ih"),
            (lambda f, x, h: (f(x + 1j * h) - f(x)) / (1j * h), "You subtract f(x)"),
            (lambda f, x, h: abs(f(x + 1j * h)) / h, "`abs` mixes"),
            (lambda f, x, h: f(x + 1j).imag / h, "You step by 1j."),
            (lambda f, x, h: complex(f(x + h)).imag / h, "The imaginary part is 0"),
            (lambda f, x, h: (f(x + h) - f(x)) / h, "in the imaginary direction, by"),
            (lambda f, x, h: f(x + 1j * h).imag / (2 * h), "You divide by 2h"),
            (lambda f, x, h: complex_in_steps(f, x, 1e-9), "a much smaller step"),
            (lambda f, x, h: f(x + j * h).imag / h, "a `j` alone is a name"),  # noqa: F821
            (lambda f, x, h: f(x + i * h).imag / h, "Python's imaginary unit"),  # noqa: F821
            (lambda f, x, h: f.imag(x + 1j * h) / h, "belongs to the complex number"),
            (lambda f, x, h: 2 * f(x + 1j * h) / h, "expected a real number"),
        ],
        random_wrong=random_formula,
    ),
]
