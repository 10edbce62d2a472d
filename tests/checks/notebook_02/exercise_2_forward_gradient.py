"""Exercise 2 of notebook 02: the gradient, one forward difference for each argument."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_02.exercise_2_forward_gradient import FORWARD_GRADIENT
from helpers.finite_differences import gradient
from tests.checks.entry import Entry, typed


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


ENTRY = Entry(
    notebook="02-finite-differences.ipynb",
    name="my_gradient",
    check=checks.forward_gradient,
    exercise=FORWARD_GRADIENT,
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
        (lambda f, point, h: gradient_of_slices(f, point, -h), "to the left. Asked for"),
        (central_gradient, "Those are central differences"),
        (lambda f, point, h: gradient_of_slices(f, point, 1e-6), "much smaller step"),
        (lambda f, point, h: (f(point) - h) / h, "the star passes the numbers one by one"),
        (lambda f, point, h: [f(*(point + h))], "is a list: add h to one"),
        (lambda f, point, h: point[len(point)], "its length minus 1"),
        (lambda f, point, h: [0.1, 0.2, 0.3], "returned 3 numbers, expected 2"),
        *typed(__file__, "f, point, h"),
    ],
    random_wrong=random_gradient,
)
