"""Exercise 2 of notebook 02: the gradient, one forward difference for each argument."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import TWO_SLIPS, one_or_two
from helpers.checks.lists import of_a_list
from helpers.checks.notebook_02.differences import OWN_STEP, backward, central, forward, steepness
from helpers.checks.notebook_02.exercise_1_forward_difference import SLIPS, with_parts
from helpers.toy_network import Weights, loss


def area(width, height):
    return width * height


def mixed(x, y, z):
    return x**2 * y - y * z**3


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


def equal_ones_together(f, point, h):
    """The argument to move is found by its value."""
    here = f(*point)
    return [(f(*[x + h if x == moving else x for x in point]) - here) / h for moving in point]


def others_at_zero(f, point, h):
    """Each argument is moved while the others are 0."""
    here, zeros = f(*point), [0.0] * len(point)
    return [(f(*zeros[:i], x + h, *zeros[i + 1 :]) - here) / h for i, x in enumerate(point)]


def counted_from_the_last(f, point, h):
    """Each value is compared with the one before it, and not with that at the point."""
    before, slopes = f(*point), []
    for i in range(len(point)):
        after = f(*point[:i], point[i] + h, *point[i + 1 :])
        slopes.append((after - before) / h)
        before = after
    return slopes


def all_others(f, point, h):
    """All arguments are moved but the one that is meant."""
    here = f(*point)
    moved = [x + h for x in point]
    return [(f(*moved[:i], x, *moved[i + 1 :]) - here) / h for i, x in enumerate(point)]


def by_its_place(start):
    """The step grows with the place of the argument."""

    def gradient(f, point, h):
        here = f(*point)
        return [
            (f(*point[:i], x + h * (i + start), *point[i + 1 :]) - here) / h
            for i, x in enumerate(point)
        ]

    return gradient


def moved_back_twice(f, point, h):
    """Each argument is moved by h, and then back by 2h."""
    here, moved, slopes = f(*point), list(point), []
    for i in range(len(point)):
        moved[i] += h
        slopes.append((f(*moved) - here) / h)
        moved[i] -= 2 * h
    return slopes


def found_by_value(f, point, h):
    """Of equal arguments the first is moved each time."""
    slopes = my_gradient(f, point, h)
    return [slopes[point.index(x)] for x in point]


my_gradient = along_each(forward)

ANY_NUMBER = (
    "There may be any number of arguments, not only two or four. Go through `range(len(point))`."
)

FORWARD_GRADIENT = Exercise(
    solution=my_gradient,
    cases=[
        (area, [3.0, 5.0], 0.5),
        (mixed, [1.5, -2.0, 0.5], 0.1),
        (loss_of_weights, [0.4, 0.4, 0.3, -0.7], 0.1),
    ],
    mistakes=[
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
            "`moved = point` both are the same list; `list(point)` is a copy. And `moved[i] + h` "
            "on a line of its own changes nothing: write += there.",
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
        Mistake(
            along_each(lambda g, x, h: (g(h) - g(x)) / h),
            "An argument becomes `h`, where `h` should be added to it: write += where you have =.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x * (1 + h)) - g(x)) / h),
            "You multiply by 1 + h. Every argument moves by `h`, whatever it is.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x + h) - g(x)) / (2 * h)),
            "You divide by 2h, but each argument moves by one `h` only.",
        ),
        Mistake(
            along_each(lambda g, x, h: abs(g(x + h) - g(x)) / h),
            "The signs are lost: a slope may be negative, so leave `abs` out.",
        ),
        Mistake(
            along_each(lambda g, x, h: 1.0),
            "All slopes are 1: is `h` added to the value of the function? It belongs to an "
            "argument.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x + 2 * h) - g(x)) / (2 * h)),
            "Each argument moves by 2h. Move it by `h`.",
        ),
        Mistake(
            others_at_zero,
            "The other arguments become 0. They stay where they are: start from a copy, "
            "`list(point)`.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x - h) - g(x)) / h),
            "You step to the left, and count the step as one to the right. Move by + h.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[:1] * len(point),
            "All slopes are equal to the first: it is always the first argument that moves. Use "
            "the loop's index.",
        ),
        Mistake(
            counted_from_the_last,
            "Each value is compared with the one before it. Compare all with the value at the "
            "point, which stays the same.",
        ),
        Mistake(
            all_others,
            "All arguments move but the one that is meant. Move that one, and leave the others.",
        ),
        Mistake(
            by_its_place(1),
            "The step grows from argument to argument: `h` is multiplied by the place. Each moves "
            "by `h`.",
        ),
        Mistake(
            moved_back_twice,
            "Each argument is moved back by 2h, and so past its place. Move it back by `h`, or "
            "start from a copy for each.",
        ),
        Mistake(
            found_by_value,
            "Of arguments that are equal, always the first moves: `index` finds that one. Go "
            "through the places, with `range(len(point))` or `enumerate`.",
        ),
        Mistake(
            equal_ones_together,
            "Arguments that are equal move together. Find the one to move by its place, not by "
            "its value.",
        ),
    ],
    slips=(
        *of_a_list(my_gradient, "slope", "point"),
        *[
            (along_each(slope), f"For each entry x of `point`: {cause}")
            for slope, cause in one_or_two(with_parts, SLIPS)
            if not cause.startswith(TWO_SLIPS)
        ],
    ),
    praise="One slope for each argument, measured one at a time.",
    hints={
        "required positional argument: 'z'": ANY_NUMBER,
        "required positional argument": "Call f(*point): the star passes the numbers one by one, "
        "and all of them each time.",
        "interpreted as an integer": "`range` takes a number: range(len(point)).",
        "positional arguments but": "`f` takes as many numbers as `point` has entries: change an "
        "entry of a copy, and append none.",
        "NoneType": "`list.append` and the like return nothing: call them on a line of their own.",
        "values to unpack": ANY_NUMBER,
        "'builtin_function_or_method' object": "A method needs its brackets: point.copy().",
        "can only concatenate list": "`point` is a list: add h to one of its entries.",
        "list index out of range": "The last index of a list is its length minus 1, and `point` "
        "may have any length.",
    },
)


def forward_gradient(answer):
    """Check my_gradient(f, point, h).

    >>> forward_gradient(lambda f, point, h: [0.0 for x in point]).kind
    'wrong'
    """
    return FORWARD_GRADIENT.check(answer)
