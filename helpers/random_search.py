"""Finding good weights by guessing: random search and grid search.

Neither learns anything from one guess for the next. Both are here to be beaten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product

from helpers.rules.arrays import numpy


@dataclass(frozen=True)
class Search:
    """What a search found, over N tries in d dimensions.

    points        the points tried, shape (N, d)
    losses        the loss at each, shape (N,)

    Both are NumPy arrays where NumPy has been imported, and lists where it has not: a search needs
    nothing but Python.

    >>> import numpy as np
    >>> search = Search(points=np.array([[0.0], [2.0], [1.0]]), losses=np.array([9.0, 1.0, 4.0]))
    >>> search
    Search of 3 points, best loss 1
    >>> search.best, search.best_loss, search.best_so_far
    (array([2.]), 1.0, array([9., 1., 1.]))
    """

    points: Sequence
    losses: Sequence

    @property
    def best(self):
        """The point with the smallest loss, shape (d,)."""
        so_far = list(accumulate(self.losses, _smaller))
        return self.points[so_far.index(so_far[-1])]

    @property
    def best_loss(self):
        """The smallest loss."""
        return float(self.best_so_far[-1])

    @property
    def best_so_far(self):
        """After each try, the smallest loss up to then, shape (N,)."""
        return _array(list(accumulate(self.losses, _smaller)))

    def __repr__(self):
        return f"Search of {len(self.losses)} points, best loss {self.best_loss:.6g}"


def random_search(loss, ranges, tries, rng):
    """Try points drawn uniformly and remember them all: a `Search`.

    `loss(*point)` is called `tries` times, each point within `ranges`, a list of (low, high), one
    for each argument. `rng` draws: a generator from `numpy.random.default_rng(seed)`, or Python's
    own, `random.Random(seed)`. Raises ValueError for ranges that are not (low, high) with
    low < high, or for less than one try, and TypeError for an `rng` that does not draw.

    >>> import numpy as np
    >>> search = random_search(
    ...     lambda x, y: x**2 + y**2, [(-1, 1), (-1, 1)], tries=100, rng=np.random.default_rng(1)
    ... )
    >>> search.points.shape, round(search.best_loss, 4)
    ((100, 2), 0.0562)
    """
    bounds = _bounds(ranges)
    if tries < 1:
        raise ValueError(f"a search needs at least one try, got {tries}")
    if isinstance(rng, type) or not callable(getattr(rng, "random", None)):
        raise TypeError(
            "rng should draw random numbers: pass numpy.random.default_rng(seed) or "
            f"random.Random(seed), got {rng!r:.60}"
        )
    # Drawn one by one, since this is what NumPy's generator and Python's do alike.
    points = [[low + (high - low) * rng.random() for low, high in bounds] for _ in range(tries)]
    return Search(_array(points), _array([loss(*point) for point in points]))


def grid_search(loss, ranges, values_each):
    """Try every point of a grid with `values_each` evenly spaced values for each argument.

    That is values_each ** len(ranges) calls of `loss(*point)`. Returns a `Search`, and raises
    ValueError as `random_search` does.

    >>> search = grid_search(lambda x, y: (x - 1) ** 2 + y**2, [(0, 2), (-1, 1)], values_each=3)
    >>> len(search.losses), [float(x) for x in search.best]
    (9, [1.0, 0.0])
    """
    bounds = _bounds(ranges)
    if values_each < 2:
        raise ValueError(f"a grid needs at least two values for each argument, got {values_each}")
    axes = [_evenly_spaced(low, high, values_each) for low, high in bounds]
    points = [list(point) for point in product(*axes)]
    return Search(_array(points), _array([loss(*point) for point in points]))


def _bounds(ranges):
    try:
        bounds = [(float(low), float(high)) for low, high in ranges]
    except (TypeError, ValueError):
        bounds = []
    if not bounds or not all(low < high for low, high in bounds):
        raise ValueError(f"ranges should be a list of (low, high) with low < high, got {ranges!r}")
    return bounds


def _evenly_spaced(low, high, count):
    step = (high - low) / (count - 1)
    return [*(low + i * step for i in range(count - 1)), high]


def _smaller(a, b):
    """The smaller of two losses; what is not a number (NaN) is kept, so that it is seen."""
    return b if b < a or b != b else a


def _array(numbers):
    """A list as an array, where NumPy has been imported: who has not wants none."""
    return numpy().array(numbers) if numpy() else numbers
