"""Exercise 3 of notebook 03: the three slopes of (x − y) z."""

from helpers.checks.feedback import Exercise, Mistake

CACHED_GRADIENT = Exercise(
    solution=lambda x, y, z: [z, -z, x - y],
    cases=[(-2, 5, -4), (3.0, 0.5, 2.0), (0.7, -1.5, 0.3)],
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
            lambda x, y, z: [z, -z, x + y],
            "df/dz is p, and p = x - y.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, y - x],
            "df/dz has the wrong sign: it is p = x - y.",
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
    ],
    praise="df/dp is computed once, and serves both x and y.",
    entries=("df/dx", "df/dy", "df/dz"),
)


def cached_gradient(answer):
    """Check my_three_slopes(x, y, z) of f = (x − y) z.

    >>> cached_gradient(lambda x, y, z: [1.0, 1.0, 1.0])
    ✗ Not yet right. your function(-2, 5, -4) gives 1 for df/dx, but it should be -4.
    """
    return CACHED_GRADIENT.check(answer)
