"""What exercises 3 to 5 of notebook 05 share: programs to try, and ways to go wrong with them."""

from operator import mul

from helpers.rules import exp, sin
from helpers.value import Value


def bowl(x, y):
    """As many outputs as inputs."""
    return [x * x * y, exp(x) - 3 * y]


def spiral(x, y, z):
    """More inputs than outputs."""
    return [x * y + sin(z), exp(x) * z - y / z]


def fan(x, y):
    """More outputs than inputs."""
    return [sin(x * y), x - y**3, x / y]


def pulled_back(f, point, weights):
    """The gradient of the weighted sum of the outputs, as far as there are weights."""
    leaves = [Value(x) for x in point]
    sum(u * y for u, y in zip(weights, f(*leaves), strict=False)).backward()
    return [leaf.grad for leaf in leaves]


def finite_difference(f, point, direction, h):
    """How much each number that f returns changes along a direction."""
    moved = f(*[x + h * v for x, v in zip(point, direction, strict=True)])
    return [(after - before) / h for after, before in zip(moved, f(*point), strict=True)]


def entry_by_entry(a, b):
    return [*map(mul, a, b)]


WHOLE_JACOBIAN = "You return a list of lists, as for the whole Jacobian. "
