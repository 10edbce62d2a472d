"""Finding good weights by guessing: random search and grid search.

Neither learns anything from one guess for the next. Both are here to be beaten.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np


@dataclass(frozen=True)
class Search:
    """What a search found, over N tries in d dimensions.

    points        the points tried, shape (N, d)
    losses        the loss at each, shape (N,)

    >>> import numpy as np
    >>> search = Search(points=np.array([[0.0], [2.0], [1.0]]), losses=np.array([9.0, 1.0, 4.0]))
    >>> search
    Search of 3 points, best loss 1
    >>> search.best, search.best_loss, search.best_so_far
    (array([2.]), 1.0, array([9., 1., 1.]))
    """

    points: np.ndarray
    losses: np.ndarray

    @property
    def best(self):
        """The point with the smallest loss, shape (d,)."""
        return self.points[np.argmin(self.losses)]

    @property
    def best_loss(self):
        """The smallest loss."""
        return float(np.min(self.losses))

    @property
    def best_so_far(self):
        """After each try, the smallest loss up to then, shape (N,)."""
        return np.minimum.accumulate(self.losses)

    def __repr__(self):
        return f"Search of {len(self.losses)} points, best loss {self.best_loss:.6g}"


def random_search(loss, ranges, tries, rng):
    """Try points drawn uniformly and remember them all.

    `loss(*point)` is called `tries` times, each point within `ranges`, a list of (low, high), one
    for each argument. `rng` is a generator from `numpy.random.default_rng(seed)`. Raises ValueError
    for ranges that are not (low, high) with low < high, or for less than one try.

    >>> import numpy as np
    >>> search = random_search(
    ...     lambda x, y: x**2 + y**2, [(-1, 1), (-1, 1)], tries=100, rng=np.random.default_rng(1)
    ... )
    >>> search.points.shape, round(search.best_loss, 4)
    ((100, 2), 0.0562)
    """
    low, high = _bounds(ranges)
    if tries < 1:
        raise ValueError(f"a search needs at least one try, got {tries}")
    points = rng.uniform(low, high, size=(tries, len(low)))
    return Search(points, np.array([loss(*point) for point in points.tolist()]))


def grid_search(loss, ranges, values_each):
    """Try every point of a grid with `values_each` evenly spaced values for each argument.

    That is values_each ** len(ranges) calls of `loss(*point)`. Raises as `random_search` does.

    >>> search = grid_search(lambda x, y: (x - 1) ** 2 + y**2, [(0, 2), (-1, 1)], values_each=3)
    >>> len(search.losses), search.best
    (9, array([1., 0.]))
    """
    low, high = _bounds(ranges)
    if values_each < 2:
        raise ValueError(f"a grid needs at least two values for each argument, got {values_each}")
    axes = [np.linspace(a, b, values_each).tolist() for a, b in zip(low, high, strict=True)]
    points = list(product(*axes))
    return Search(np.array(points), np.array([loss(*point) for point in points]))


def _bounds(ranges):
    bounds = np.asarray(ranges, dtype=float)
    if bounds.ndim != 2 or bounds.shape[1] != 2 or not np.all(bounds[:, 0] < bounds[:, 1]):
        raise ValueError(f"ranges should be a list of (low, high) with low < high, got {ranges!r}")
    return bounds.T
