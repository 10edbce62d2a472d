"""Exercise 2 of notebook 02: the gradient, one forward difference for each argument."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_02.differences import OWN_STEP, backward, central, forward, steepness
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


my_gradient = along_each(forward)

FORWARD_GRADIENT = Exercise(
    solution=my_gradient,
    cases=[
        (area, [3.0, 5.0], 0.5),
        (mixed, [1.5, -2.0, 0.5], 0.1),
        (loss_of_weights, [0.4, 0.3, 0.4, -0.7], 0.1),
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
            "`moved = point` both are the same list; `list(point)` is a copy. And `moved[i] + h` "
            "on a line of its own changes nothing: write += there.",
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
        Mistake(
            along_each(lambda g, x, h: (g(h) - g(x)) / h),
            "An argument becomes `h`, where `h` should be added to it: write += where you have =.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[::-1],
            "The order is turned round: the first slope belongs to the first argument.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[:-1],
            "The last slope is missing. Does the loop reach the last argument? range(n) ends at n "
            "- 1.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[1:],
            "The first slope is missing. Python counts from 0: range(n) begins there.",
        ),
        Mistake(
            lambda f, point, h: sum(my_gradient(f, point, h)),
            "That is the sum of the slopes. Return each of them, in a list.",
        ),
        Mistake(
            lambda f, point, h: [sum(my_gradient(f, point, h))] + [0] * (len(point) - 1),
            "All slopes are added up in the first place. Each goes to its own: use the loop's "
            "index.",
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
            along_each(lambda g, x, h: (g(x + h) - g(x)) / x),
            "You divide by the argument. Divide by its step, `h`.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x + h) - g(x)) * h),
            "You multiply by `h`. A slope is the change divided by the step.",
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
            equal_ones_together,
            "Arguments that are equal move together. Find the one to move by its place, not by "
            "its value.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x + h) - g(x - h)) / h),
            "You go from one step left to one step right, which is 2h. Asked for is the forward "
            "difference, from the point itself.",
        ),
        Mistake(
            along_each(lambda g, x, h: g(x + h)),
            "Those are the values after the move. Subtract the one at the point, and divide by "
            "`h`.",
        ),
        Mistake(
            along_each(lambda g, x, h: g(x + h) / h),
            "The value at the point is missing: subtract it before you divide.",
        ),
        Mistake(
            along_each(lambda g, x, h: (g(x + h) + g(x)) / h),
            "You add the two values. Subtract the one at the point.",
        ),
        Mistake(
            lambda f, point, h: my_gradient(f, point, h)[-1:],
            "The list holds the last slope alone: is it made anew inside the loop? Make it once, "
            "above.",
        ),
    ],
    praise="One slope for each argument, measured one at a time.",
    hints={
        "required positional argument": "Call f(*point): the star passes the numbers one by one.",
        "positional arguments but": "`f` takes as many numbers as `point` has entries: change an "
        "entry of a copy, and append none.",
        "NoneType": "`list.append` and the like return nothing: call them on a line of their own.",
        "values to unpack": "There may be any number of arguments, not only four. Go through "
        "`range(len(point))`.",
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
