"""Exercise 3 of notebook 03: the three slopes of (x − y) z."""

from helpers.checks.feedback import Exercise, Mistake

# Right formulas differ in the last digits; of a finite difference at most eleven are right.
TO_13_DIGITS = 1e-13
FAR = (1e6, -2.7, 0.37)  # where f is large, and its differences lose digits at any step


def finite_differences(x, y, z, h=1e-6):
    def f(x, y, z):
        return (x - y) * z

    moved = [f(x + h, y, z), f(x, y + h, z), f(x, y, z + h)]
    return [(after - f(x, y, z)) / h for after in moved]


CACHED_GRADIENT = Exercise(
    solution=lambda x, y, z: [z, -z, x - y],
    cases=[(-2, 5, -4), (3.0, 0.5, 2.0), (0.7, -1.5, 0.3), FAR],
    mistakes=[
        Mistake(
            lambda x, y, z: [z, z, x + y],
            "Those are the slopes of (x + y) z. Here it is x - y.",
        ),
        Mistake(
            lambda x, y, z: [z, z, x - y],
            "df/dy has the wrong sign: when y grows, p = x - y shrinks, so its local derivative "
            "is -1.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, z],
            "df/dz is not z. The slope of a product p z by one factor is the other one: df/dz = p.",
        ),
        Mistake(
            lambda x, y, z: [x - y, y - x, z],
            "The slopes of the product have changed places: df/dp is z, and df/dz is p.",
        ),
        Mistake(
            lambda x, y, z: [1, -1, x - y],
            "The first two are the slopes of p. Multiply them by df/dp = z: rates along a chain "
            "multiply.",
        ),
        Mistake(
            lambda x, y, z: [1, -1, 1],
            "Those are slopes of the sum only. f is p times z: multiply along the chain.",
        ),
        Mistake(
            lambda x, y, z: [x * z, -y * z, x - y],
            "x and y are still there as factors. The slope of p by x is 1, and by y it is -1.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, z, x - y],
            "You return df/dp as well. Leave it out: three slopes, by x, y and z.",
        ),
        Mistake(
            lambda x, y, z: (x - y) * z,
            "That is f itself. Return its three derivatives, as a list.",
        ),
        Mistake(
            lambda x, y, z: [x - y, z, -z],
            "The order is x, y, z: df/dz comes last.",
        ),
        Mistake(
            lambda x, y, z: [x - y, -z, z],
            "The order is x, y, z: df/dz comes last, and df/dx = z first.",
        ),
        Mistake(
            lambda x, y, z: [-z, z, x - y],
            "The signs of the first two have changed places: p = x - y grows with x and shrinks "
            "with y.",
        ),
        Mistake(
            lambda x, y, z: [x, -y, z],
            "Those are the variables, with their signs. df/dx is df/dp = z times the slope of p "
            "by x, which is 1.",
        ),
        Mistake(
            lambda x, y, z: [y * z, x * z, x - y],
            "x and y are no product here. The slope of p = x - y is 1 by x, and -1 by y.",
        ),
        Mistake(
            lambda x, y, z: [y * z, x * z, x + y],
            "Those are no slopes of (x - y) z: p is a difference. Its slopes are 1 and -1, and "
            "df/dz is p.",
        ),
        Mistake(
            lambda x, y, z: [x * z - y * z] * 3,
            "That is f three times. Return its three derivatives.",
        ),
        Mistake(
            lambda x, y, z: x - y,
            "That is the sum of the three, or df/dz alone. Return all three derivatives, as a "
            "list.",
        ),
        Mistake(
            lambda x, y, z: [z, -z],
            "df/dz is missing: z is an argument too, with the slope p.",
        ),
        Mistake(
            finite_differences,
            "That agrees to some digits only, as finite differences do, or rounded numbers. Asked "
            "for are the formulas.",
            within=1e-2,
        ),
    ],
    at_hand=lambda place, found, x, y, z: {"p": x - y, "z": z, "x": x, "y": y},
    within=TO_13_DIGITS,
    praise="df/dp is computed once, and serves both x and y.",
    hints={"name 'p'": "Give p its value first: p = x - y."},
    at_entry=(
        "It is df/dp = z times the slope of p = x - y by x.",
        "It is df/dp = z times the slope of p = x - y by y.",
        "z is a factor of f = p * z: the slope by it is the other factor.",
    ),
    entries=("df/dx", "df/dy", "df/dz"),
)


def cached_gradient(answer):
    """Check my_three_slopes(x, y, z) of f = (x − y) z.

    >>> print(cached_gradient(lambda x, y, z: [z, -z, x]).message.partition(". ")[0])
    You have x for df/dz
    """
    return CACHED_GRADIENT.check(answer)
