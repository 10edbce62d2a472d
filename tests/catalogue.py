"""Functions on which every engine must agree: Python's, and the one in the browser.

Each is written once, with operators and the functions of `helpers.rules`, so that it runs on
floats, `Value` and `Dual`; on arrays, traced numbers and SymPy symbols unless it branches; and on
complex numbers where it never compares. The tests, the benchmarks and the JavaScript tests all
import `CATALOGUE`, a list of entries.

The points are plain numbers, some of them nasty, but chosen so that the function is well
conditioned there: its true derivative can be had to twelve digits in floating point.
"""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from helpers import toy_network as network
from helpers.rules import (
    absolute,
    cos,
    exp,
    greater,
    log,
    maximum,
    relu,
    sigmoid,
    sin,
    sqrt,
    tanh,
    xlogy,
)


@dataclass(frozen=True, eq=False)
class Entry:
    """One function, and where to try it.

    function      called with one number for each input, by position or by name
    points        tuples with one float for each input
    branches      True if it compares its numbers (`if`, `while`): it cannot be traced
    smooth        False if it has kinks or jumps
    complex_safe  False if it has to compare, which complex numbers do not allow
    symbolic      False if SymPy cannot differentiate it, or only into an enormous expression
    by_hand       {point: gradient} at kinks, where the rules' convention decides
    """

    function: Callable
    points: tuple
    branches: bool = False
    smooth: bool = True
    complex_safe: bool = True
    symbolic: bool = True
    by_hand: dict = field(default_factory=dict)

    @property
    def name(self):
        return self.function.__name__

    @property
    def inputs(self):
        """The names of the inputs, in order."""
        return tuple(inspect.signature(self.function).parameters)

    def at(self, point):
        """The point as {input: number}."""
        return dict(zip(self.inputs, point, strict=True))

    def __repr__(self):
        return f"<{self.name}({', '.join(self.inputs)})>"


CATALOGUE = []

COMPARING = {"smooth": False, "complex_safe": False}  # flags of what has a kink
BRANCHING = {"branches": True, "symbolic": False, **COMPARING}


def entry(*points, **flags):
    """A decorator that puts a function into the catalogue. A point with one number may be bare."""

    def put(function):
        tuples = tuple(p if isinstance(p, tuple) else (p,) for p in points)
        new = Entry(function, tuples, **flags)
        if any(len(point) != len(new.inputs) for point in (*tuples, *new.by_hand)):
            raise ValueError(f"{new}: a point has the wrong number of coordinates")
        CATALOGUE.append(new)
        return function

    return put


# Polynomials and quotients.


@entry(-2.0, 0.0, 0.3, 1.0, 1e5, -1e-5)
def cube(x):
    return x**3


@entry(-1.7, 0.0, 0.25, 2.0)
def horner(x):
    return ((((2 * x - 3) * x + 0.5) * x + 1) * x - 7) * x + 4


@entry((1.5, -2.0), (0.0, 0.0), (-0.1, 3.0))
def polynomial_in_two(x, y):
    return 3 * x * x * y - y**3 / 4 + x - 5 * y + 2


@entry((-1.2, 1.0), (1.0, 1.0), (0.0, 0.0), (2.5, -3.0))
def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


@entry((-1.2, 1.0, 0.7, 2.0), (1.0, 1.0, 1.0, 1.0), (0.1, -0.2, 0.3, -0.4))
def rosenbrock_in_four(a, b, c, d):
    pairs = ((a, b), (b, c), (c, d))
    return sum((1 - x) ** 2 + 100 * (y - x**2) ** 2 for x, y in pairs)


@entry((1.0, 2.0), (-2.0, 0.5), (3.0, -1.3))
def himmelblau(x, y):
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


@entry((-2.0, 5.0, -4.0), (0.5, 0.5, 0.5))
def sum_times(x, y, z):
    return (x + y) * z


@entry((3.0, 2.0), (-1.0, 7.0), (1e-60, 3e-60), (0.0, -4.0))
def quotient(x, y):
    return x / y


@entry((1e-120, 1e120), (-1e80, 1e-140))
def product_of_tiny_and_huge(x, y):
    return x * y


@entry(2.5, -3.0, 0.25)
def mobius(x):
    return (2 * x + 1) / (x - 1)


@entry(1.0, 1.4, 0.8)
def lennard_jones(r):
    return 4 * (r**-12 - r**-6)


@entry((1.0, 2.0), (0.1, 3.5), symbolic=False)
def continued_fraction(x, y):
    result = x
    for _ in range(20):
        result = 1 / (y + result)
    return result


# Numbers on either side, signs, whole and other powers.


@entry(0.7, 3.0, -1.2)
def numbers_on_the_left(x):
    return (3 - x) * (2 + x) + 5 / (x * x) + 0.5 * x - 1.5**x


@entry(0.7, 3.0, -1.2)
def numbers_on_the_right(x):
    return (x - 3) * (x + 2) + (x / 5) * 0.5 - x**2


@entry(0.7, -2.0, 0.0)
def signs(x):
    return -x - (-3 * x) + +x * -1.5


@entry(0.0, 1.0, -1.0, -2.5)
def whole_powers(x):
    return x**0 + x**1 + x**2 - 0.125 * x**5


@entry(0.5, 1.0, 7.0, 1e-8)
def fractional_powers(x):
    return x**0.5 + x**1.5 - x ** (1 / 3)


@entry(1.5, -0.75, -2.0)
def negative_powers(x):
    return x**-1 + 2 * x**-3


@entry((2.0, 3.0), (0.3, -1.7), (1.0, 5.0), (2.5, 0.5))
def power_of_inputs(v, w):
    return v**w


@entry(0.0, 3.0, -1.5, 10.0)
def two_to_the(v):
    return 2**v


@entry(0.5, 1.0, 2.2)
def self_power(x):
    return x**x


# Elementary functions.


@entry(0.0, 1.0, -2.0, 3.5)
def exponential_times_square(x):
    return x**2 * exp(x) + 3 * x


@entry(-1.0, 0.0, 2.0)
def logarithm_of_root(x):
    return log(sqrt(exp(x) + 1))


@entry(1.5, 0.4, 1.0)
def squire_trapp(x):
    return exp(x) / sqrt(sin(x) ** 3 + cos(x) ** 3)


@entry(0.1, 0.3, 0.9)
def entropy(p):
    return -p * log(p) - (1 - p) * log(1 - p)


@entry((0.3, 0.0, 1.0), (-2.0, 1.0, 0.7), (1.0, 1.0, 2.0))
def gaussian(x, mean, width):
    return exp(-(((x - mean) / width) ** 2) / 2) / (width * math.sqrt(2 * math.pi))


@entry((2.0, 0.5, 1.0), (1.0, 1.2, -2.0))
def spherical(r, theta, phi):
    return r * sin(theta) * cos(phi) + r**2 * cos(theta) - sin(phi)


@entry(1e-6, 0.5, 40.0, 1e8)
def root_and_logarithm(x):
    return sqrt(x) * log(x)


@entry(-5.0, 0.0, 3.0, 6.0)
def softplus(x):
    return log(1 + exp(x))


@entry((1.0, 2.0, 3.0), (-1.0, 0.0, 0.5))
def log_sum_exp(x, y, z):
    return log(exp(x) + exp(y) + exp(z))


@entry((1.0, 2.0, 3.0), (800.0, 799.0, 790.0), (-900.0, -900.5, -899.0), **COMPARING)
def log_sum_exp_shifted(x, y, z):
    largest = maximum(maximum(x, y), z)
    return largest + log(exp(x - largest) + exp(y - largest) + exp(z - largest))


@entry((0.2, -1.0, 0.7), (2.0, 1.0, 0.0))
def softmax_cross_entropy(a, b, c):
    return -log(exp(a) / (exp(a) + exp(b) + exp(c)))


# Neurons and networks.


@entry((2.0, 0.0, 1.0, 10.0), (-0.5, 1.0, 2.0, 1.0), (0.0, 0.0, 0.0, 0.0), (3.0, -40.0, 1.0, 1.0))
def neuron(w, b, x, t):
    return (sigmoid(w * x + b) - t) ** 2


@entry((2.0, 0.0, 1.0, 10.0), (-0.5, 1.0, 2.0, 1.0))
def neuron_from_parts(w, b, x, t):
    return (1 / (1 + exp(-(w * x + b))) - t) ** 2


@entry((0.5, -0.3, 1.5, 1.0), (-1.0, 2.0, 0.5, 0.0))
def regularised_logistic_regression(w, b, x, t):
    return 0.5 * (sigmoid(w * x + b) - t) ** 2 + 0.05 * w**2


@entry(
    (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
    (1.2, -0.7, 0.8, 0.3, 0.8, 1.9),
    (-1.0, -1.0, 0.4, 0.6, 1.0, 0.5),
    (0.9, 1.2, -3.5, 0.8, -0.8, 1.9),
    **COMPARING,
)
def toy_network(w11, w12, w21, w22, x, target):
    return network.loss(x, network.Weights(w11, w12, w21, w22), target)


@entry(
    (0.3, -0.8, 0.5, 0.1, -1.2, 0.7, 0.05, -0.4, 1.1, 0.9),
    (1.0, 1.0, -0.5, 0.5, 0.25, -0.75, 0.0, 0.0, 0.0, 0.0),
)
def tanh_layer(x, y, a1, a2, b1, b2, a0, b0, u, v):
    return u * tanh(a1 * x + a2 * y + a0) + v * tanh(b1 * x + b2 * y + b0)


@entry((0.5, 0.2, 1.0, -1.0), (2.0, 1.0, 1.5, 1.0), (0.1, 0.1, -3.0, -1.0), **COMPARING)
def hinge(w, b, x, label):
    return relu(1 - label * (w * x + b)) + 0.01 * w * w


# Deep compositions.


@entry(0.5, 1.0, -2.0, symbolic=False)
def nested_sine(x):
    for _ in range(50):
        x = sin(x)
    return x


@entry((0.9, 1.3), (-0.4, 0.8), symbolic=False)
def nested_tanh(x, w):
    for _ in range(50):
        x = tanh(w * x)
    return x


@entry(0.1, 0.35, 0.8)
def logistic_map(x):
    for _ in range(5):
        x = 4 * x * (1 - x)
    return x


@entry(0.3, -1.0, 2.0)
def nested_exponentials(x):
    return exp(-exp(-exp(-x)))


@entry((2.0, 1.0), (0.5, 3.0), symbolic=False)
def newton_square_root(a, start):
    x = start
    for _ in range(3):
        x = (x + a / x) / 2
    return x


@entry((0.3, 1.0), (0.8, -0.5), (0.0, 2.0), symbolic=False)
def kepler(eccentricity, anomaly):
    angle = anomaly
    for _ in range(20):
        angle = anomaly + 0.5 * eccentricity * sin(angle)
    return angle


@entry((1.0, 0.0, 1.5), (-0.3, 0.8, 0.2), symbolic=False)
def velocity_verlet(position, velocity, stiffness):
    step = 0.05
    for _ in range(20):
        velocity = velocity - 0.5 * step * stiffness * position
        position = position + step * velocity
        velocity = velocity - 0.5 * step * stiffness * position
    return position


@entry(0.5, 2.0, -0.3)
def simpson_integral(rate):
    panels, total = 16, 0
    for i in range(panels + 1):
        weight = 1 if i in (0, panels) else 4 if i % 2 else 2
        total = total + weight * exp(-rate * (i / panels) ** 2)
    return total / (3 * panels)


@entry((1.1, 0.0), (-0.7, 2.0))
def power_by_squaring(x, y):
    def power(base, exponent):
        if exponent == 0:
            return 1
        half = power(base * base, exponent // 2)
        return half * base if exponent % 2 else half

    return power(x, 13) + power(y, 4)


# One number used many times: paths add up.


@entry(3.0, -0.5, 0.0)
def square_by_product(x):
    return x * x


@entry(1.5, -2.0)
def sums_of_sums(a):
    b = a + a
    c = b + b
    return c + b * c


@entry(0.7, -1.1)
def diamond(x):
    left, right = sin(x), x * 3
    top = left * right
    return top + left - top * right


@entry(0.3, -2.0)
def thirty_doublings(x):
    for _ in range(30):
        x = x + x
    return x


@entry((0.7, 1.1), (-2.0, 0.3))
def fan_out(x, y):
    return sum(k * x * y + sin(k * x) for k in range(1, 13)) / 10


@entry((1.3, -4.0), (0.0, 2.0))
def an_unused_input(x, unused):
    return x * x + 1


@entry(0.5, -7.0)
def constant_in_effect(x):
    return 3.5 + 0 * x


@entry((0.5, 2.0), (3.0, -1.0))
def cancels_to_one_input(x, y):
    return x * y / y + (y - y)


# Kinks. Away from the kink the derivative is beyond doubt; at it, the rule book's convention holds.


@entry(2.0, -3.0, 1e-120, -1e-120, by_hand={(0.0,): (0.0,)}, **COMPARING)
def relu_of_input(x):
    return relu(x)


@entry(2.0, -3.0, 1e-120, -1e-120, by_hand={(0.0,): (0.0,)}, **COMPARING)
def absolute_of_input(x):
    return abs(x)


@entry(
    (1.0, 2.0),
    (3.0, -1.0),
    (1e-9, 0.0),
    by_hand={(2.0, 2.0): (0.0, 1.0), (0.0, 0.0): (0.0, 1.0)},
    **COMPARING,
)
def maximum_of_inputs(x, y):
    return maximum(x, y)


@entry(0.5, -0.5, by_hand={(0.0,): (0.01,)}, **COMPARING)
def leaky_relu(x):
    return maximum(x, 0.01 * x)


@entry((2.0, 3.0), (-1.5, 0.4), (0.3, 1e-3), complex_safe=False)
def entropies(p, q):
    return xlogy(p, q) + 2 * xlogy(q, q)


@entry(
    (2.0, 0.5),
    by_hand={(0.0, 2.0): (0.0, 0.0), (0.0, 1.0): (1.0, 0.0), (0.0, 1.5): (0.0, 0.0)},
)
def zero_to_a_power(x, y):
    return x**y


@entry((1.0, 0.5), (0.2, 0.7), (-1.0, 3.0), by_hand={(0.5, 0.5): (0.0, 1.0)}, **COMPARING)
def gate(x, y):
    is_greater = greater(x, y)
    return is_greater * x * x + (1 - is_greater) * y * y


@entry(
    (0.4, -1.0, 2.0),
    (2.0, 1.0, -3.0),
    by_hand={(1.0, 1.0, 5.0): (1.0, 1.0, 1.0)},
    **COMPARING,
)
def distances(x, y, z):
    return absolute(x - y) + absolute(x + y) + abs(z)


@entry((0.5, -0.2), (-1.0, 3.0), by_hand={(0.0, 1.0): (0.0, 0.0)}, **COMPARING)
def relu_network(x, w):
    return relu(w * relu(x) + relu(-x)) - 0.5 * relu(w * x)


# Programs that branch and loop. They run on Value and Dual, and cannot be traced.


@entry(3.0, -2.0, 0.5, **BRANCHING)
def branch_by_sign(x):
    if x < 0:
        return x * x
    return sin(x) * 2


@entry((2.0, 0.5), (-3.0, 1.0), (0.2, 2.0), **BRANCHING)
def three_pieces(x, y):
    if x > 1:
        result = log(x) * y
    elif x <= -1:
        result = y / x
    else:
        result = x * y**2
    return result - y


@entry((1.0, 0.5), (30.0, 2.0), (150.0, 1.0), **BRANCHING)
def grow_until_100(x, rate):
    while x < 100:
        x = 1.5 * x + rate
    return x * rate


@entry(0.9, 7.3, 1000.0, **BRANCHING)
def halve_until_below_one(x):
    count = 0
    while x >= 1:
        x, count = x / 2, count + 1
    return x * x + count


@entry((3.0, 1.0, 2.0), (0.1, 0.3, 0.2), (-1.0, -2.0, 5.0), **BRANCHING)
def middle_of_three(x, y, z):
    low, middle, high = sorted([x, y, z])
    return middle * middle + 0.5 * low * high


@entry((2.0, 3.0), by_hand={(0.0, 3.0): (0.0, 6.0)}, **BRANCHING)
def skip_if_zero(x, y):
    if x == 0:
        return y * y
    return y * y / x


# For random programs: where a rule is not defined everywhere, or grows too fast, its operand is
# first brought to where it is.
GUARDED = {
    "exp": lambda x: exp(tanh(x)),
    "log": lambda x: log(x * x + 0.5),
    "sqrt": lambda x: sqrt(x * x + 0.25),
    "div": lambda x, y: x / (y * y + 0.5),
    "power": lambda x, y: (x * x + 0.5) ** tanh(y),
    "xlogy": lambda x, y: xlogy(x, y * y + 0.5),
}
