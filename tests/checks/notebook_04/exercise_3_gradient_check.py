"""Exercise 3 of notebook 04: a gradient check of an engine."""

import numpy as np

from helpers import checks
from helpers.broken_engines import SmallValue
from helpers.fallbacks import agrees
from helpers.finite_differences import check_gradient
from tests.checks.entry import Entry

H = 1e-5


def slopes_of(engine, f, point):
    leaves = [engine(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def central(f, point, i, h=H):
    up, down = list(point), list(point)
    up[i] += h
    down[i] -= h
    return (f(*up) - f(*down)) / (2 * h)


def check_in_a_loop(engine, f, point):
    claimed = slopes_of(engine, f, point)
    for i in range(len(point)):
        slope = central(f, point, i)
        if abs(claimed[i] - slope) > 1e-6 * max(1, abs(slope)):
            return False
    return True


def check_by_the_package(engine, f, point):
    return check_gradient(f, point, slopes_of(engine, f, point))


def check_with_numpy(engine, f, point):
    slopes = [central(f, point, i) for i in range(len(point))]
    return np.allclose(slopes_of(engine, f, point), slopes, rtol=1e-5, atol=1e-6)


def check_with_a_small_step(engine, f, point):
    claimed = slopes_of(engine, f, point)
    return all(
        abs(a - central(f, point, i, 6e-6)) <= 1e-4 * (1 + abs(a)) for i, a in enumerate(claimed)
    )


def checking(slope=central, wrong=lambda a, b: abs(a - b) > 1e-6 * max(1, abs(b)), read=slopes_of):
    """A check as above, with one of its parts changed."""

    def my_gradient_check(engine, f, point):
        claimed = read(engine, f, point)
        return not any(wrong(a, slope(f, point, i)) for i, a in enumerate(claimed))

    return my_gradient_check


def forward(f, point, i):
    up = list(point)
    up[i] += H
    return (f(*up) - f(*point)) / H


def all_at_once(f, point, i):
    return (f(*[x + H for x in point]) - f(*[x - H for x in point])) / (2 * H)


def swept_again_and_again(engine, f, point):
    leaves = [engine(x) for x in point]
    output, found = f(*leaves), []
    for leaf in leaves:
        output.backward()
        found.append(leaf.grad)
    return found


def check_that_returns_at_once(engine, f, point):
    for i, a in enumerate(slopes_of(engine, f, point)):
        return abs(a - central(f, point, i)) <= 1e-6 * max(1, abs(a))


def check_of_the_last(engine, f, point):
    for i, a in enumerate(slopes_of(engine, f, point)):
        right = abs(a - central(f, point, i)) <= 1e-6 * max(1, abs(central(f, point, i)))
    return right


def check_of_any(engine, f, point):
    claimed = slopes_of(engine, f, point)
    errors = [abs(a - central(f, point, i)) for i, a in enumerate(claimed)]
    return any(error <= 1e-6 * max(1, abs(a)) for error, a in zip(errors, claimed, strict=True))


def check_of_the_sum(engine, f, point):
    claimed = slopes_of(engine, f, point)
    slopes = [central(f, point, i) for i in range(len(point))]
    return abs(sum(claimed) - sum(slopes)) <= 1e-6 * max(1, abs(sum(slopes)))


def check_that_moves_the_point(engine, f, point):
    claimed = slopes_of(engine, f, point)
    for i, a in enumerate(claimed):
        point[i] += H
        up = f(*point)
        point[i] -= H
        if abs(a - (up - f(*point)) / H) > 1e-3 * max(1, abs(a)):
            return False
        point[i] += H
    return True


def check_that_leaves_the_first_moved(engine, f, point):
    moved = list(point)
    for i, a in enumerate(slopes_of(engine, f, point)):
        moved[i] += H
        up = f(*moved)
        moved[i] -= 2 * H
        slope = (up - f(*moved)) / (2 * H)
        if abs(a - slope) > 1e-6 * max(1, abs(slope)):
            return False
    return True


def check_by_index(engine, f, point):
    for x, a in zip(point, slopes_of(engine, f, point), strict=True):
        slope = central(f, point, point.index(x))
        if abs(a - slope) > 1e-6 * max(1, abs(slope)):
            return False
    return True


def check_of_values(engine, f, point):
    return abs(f(*[engine(x) for x in point]).data - f(*point)) <= 1e-6


def check_that_forgets_true(engine, f, point):
    for i, a in enumerate(slopes_of(engine, f, point)):
        if abs(a - central(f, point, i)) > 1e-6 * max(1, abs(a)):
            return False


def of_all_inputs_but(some):
    def my_gradient_check(engine, f, point):
        pairs = [*enumerate(slopes_of(engine, f, point))][some]
        return all(abs(a - central(f, point, i)) <= 1e-6 * max(1, abs(a)) for i, a in pairs)

    return my_gradient_check


def check_by_mean(engine, f, point):
    slopes = [central(f, point, i) for i in range(len(point))]
    pairs = [*zip(slopes_of(engine, f, point), slopes, strict=True)]
    return sum(abs(a - b) / max(1, abs(b)) for a, b in pairs) / len(pairs) <= 1e-6


def check_that_lets_one_pass(engine, f, point):
    pairs = [*enumerate(slopes_of(engine, f, point))]
    return sum(abs(a - central(f, point, i)) > 1e-6 * max(1, abs(a)) for i, a in pairs) < 2


def check_of_sorted_slopes(engine, f, point):
    slopes = sorted(central(f, point, i) for i in range(len(point)))
    pairs = zip(sorted(slopes_of(engine, f, point)), slopes, strict=True)
    return all(abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in pairs)


def check_with_a_step_in_proportion(engine, f, point):
    pairs = [*enumerate(slopes_of(engine, f, point))]
    slopes = [central(f, point, i, H * point[i]) for i, _ in pairs]
    return all(abs(a - slopes[i]) <= 1e-6 * max(1, abs(a)) for i, a in pairs)


def check_one_by_one(engine, f, point):
    claimed = slopes_of(engine, f, point)
    return [abs(a - central(f, point, i)) <= 1e-6 for i, a in enumerate(claimed)]


def largest_error(engine, f, point):
    return max(abs(a - central(f, point, i)) for i, a in enumerate(slopes_of(engine, f, point)))


def random_check(rng):
    verdicts = rng.permutation([True, False] * 2)

    def my_gradient_check(engine, f, point):
        return verdicts[(len(point) - (engine is not SmallValue)) % 4]

    return my_gradient_check


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_gradient_check",
    check=checks.gradient_check,
    right=[
        agrees,
        check_in_a_loop,
        check_by_the_package,
        check_with_numpy,
        check_with_a_small_step,
        checking(),
    ],
    wrong=[
        (lambda *case: not check_in_a_loop(*case), "Each verdict is turned round"),
        (checking(wrong=lambda a, b: False), "You call every engine right"),
        (checking(read=lambda engine, f, point: [7.5] * len(point)), "You call every engine wrong"),
        (
            checking(read=lambda engine, f, point: [0.0] * len(point)),
            "The gradients are 0, or else",
        ),
        (checking(wrong=lambda a, b: abs(a - b) > 0.1), "Small errors pass"),
        (checking(slope=lambda f, point, i: SmallValue(1.0)), "with copies of the point, not"),
        (checking(slope=lambda f, point, i: central(f, point, 0)), "Does the first one move each"),
        (check_that_returns_at_once, "Only the first input decides"),
        (check_of_the_last, "Only the last input decides"),
        (check_of_any, "One slope that agrees is enough for you"),
        (checking(wrong=lambda a, b: a - b > 1e-6 * max(1, abs(b))), "A slope that is too small"),
        (checking(wrong=lambda a, b: b - a > 1e-6 * max(1, abs(b))), "A slope that is too large"),
        (check_of_the_sum, "two that are opposite cancel"),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-6), "A slope of five million"),
        (checking(wrong=lambda a, b: a != b), "the same number to the last digit"),
        (checking(slope=lambda *case: 2 * central(*case)), "lie 2h apart: divide by 2 * h"),
        (
            checking(slope=lambda f, point, i: -central(f, point, i)),
            "The difference is turned round",
        ),
        (checking(slope=lambda f, point, i: central(f, point, i, 0.1)), "The step is too large"),
        (checking(slope=forward), "A forward difference with this h is too rough"),
        (checking(slope=all_at_once), "Do both inputs move at once?"),
        (checking(read=swept_again_and_again), "Is `backward` called once for each input?"),
        (check_that_moves_the_point, "after the call. It is the caller's"),
        (check_one_by_one, "One verdict is asked for"),
        (largest_error, "Compare it with the tolerance"),
        (lambda engine, f, point: "right", "returned 'right', expected True or False"),
        (
            checking(wrong=lambda a, b: abs(a - b) / abs(b) > 1e-6),
            "A slope may be 0: divide by max(1, abs(slope)), not",
        ),
        (lambda engine, f, point: f(point), "f takes its inputs one by one"),
        (lambda engine, f, point: f(*point).backward(), "`backward` belongs to what f returns"),
        (lambda engine, f, point: point[0].grad, "Plain numbers have no `grad`"),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-6 * abs(b)), "in proportion to the slope"),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-3), "Small errors pass"),
        (check_that_leaves_the_first_moved, "Is the first one put back"),
        (check_by_index, "they are taken for one"),
        (check_of_values, "You compare what f is"),
        (
            checking(wrong=lambda a, b: abs(abs(a) - abs(b)) > 1e-6 * max(1, abs(b))),
            "A slope of the wrong sign passes",
        ),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-6 * max(1, b)), "A slope of minus five"),
        (
            checking(wrong=lambda a, b: abs(a - b) > 1e-6 * min(1, abs(b))),
            "Take the larger of the two",
        ),
        (of_all_inputs_but(slice(None, -1)), "The last input is left out"),
        (of_all_inputs_but(slice(1, None)), "The first input is left out"),
        (
            checking(slope=lambda f, point, i: central(f, point, i, 1e-12)),
            "rounding takes over, and",
        ),
        (
            checking(slope=lambda f, point, i: central(f, point, i, 1e-14)),
            "rounding takes over, and",
        ),
        (check_by_mean, "The errors are averaged"),
        (
            checking(wrong=lambda a, b: abs(a - b) <= 1e-6 * max(1, abs(b))),
            "The comparison is turned round",
        ),
        (checking(read=lambda engine, f, point: [1.0] * len(point)), "You take 1 for each slope"),
        (checking(read=lambda engine, f, point: point), "You compare the `data` of the leaves"),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-9 * max(1, abs(b))), "as exact as you ask"),
        (checking(wrong=lambda a, b: abs(a - b) > 1e-11 * max(1, abs(b))), "as exact as you ask"),
        (check_that_lets_one_pass, "One wrong slope is let pass"),
        (check_of_sorted_slopes, "your function says True, but it should say False"),
        (check_with_a_step_in_proportion, "A slope may be 0: divide by max(1, abs(slope)), not"),
        (check_that_forgets_true, "back nothing.) This engine is right: `return True`"),
    ],
    random_wrong=random_check,
)
