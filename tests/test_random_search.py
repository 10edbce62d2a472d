"""Random and grid search: what they try, what they remember, and that a seed is a seed."""

import numpy as np
import pytest

from helpers.random_search import grid_search, random_search


def bowl(x, y):
    return (x - 0.3) ** 2 + (y + 0.2) ** 2


RANGES = [(-1.0, 1.0), (-2.0, 0.5)]


def test_a_random_search_remembers_every_try():
    calls = []

    def watched(x, y):
        calls.append((x, y))
        return bowl(x, y)

    search = random_search(watched, RANGES, 500, np.random.default_rng(1))
    assert search.points.shape == (500, 2) and search.losses.shape == (500,)
    assert search.points.tolist() == [list(point) for point in calls]
    assert search.losses.tolist() == [bowl(*point) for point in calls]
    assert all(type(x) is float for x in calls[0]), "the loss gets plain numbers"


def test_points_are_spread_evenly_over_the_ranges():
    points = random_search(bowl, RANGES, 20_000, np.random.default_rng(2)).points
    for column, (low, high) in zip(points.T, RANGES, strict=True):
        assert low <= column.min() and column.max() <= high
        counts, _ = np.histogram(column, bins=10, range=(low, high))
        assert abs(counts - 2000).max() < 250


def test_the_best_and_the_best_so_far():
    search = random_search(bowl, RANGES, 300, np.random.default_rng(3))
    assert search.best_loss == min(search.losses) == bowl(*search.best)
    assert type(search.best_loss) is float
    assert search.best_so_far.tolist() == [min(search.losses[: i + 1]) for i in range(300)]
    assert repr(search) == f"Search of 300 points, best loss {search.best_loss:.6g}"


def test_the_same_seed_makes_the_same_search():
    def search(seed):
        return random_search(bowl, RANGES, 50, np.random.default_rng(seed)).points.tolist()

    assert search(7) == search(7) != search(8)


def test_one_generator_goes_on_where_it_was():
    rng = np.random.default_rng(7)
    parts = [random_search(bowl, RANGES, n, rng).points for n in (20, 30)]
    whole = random_search(bowl, RANGES, 50, np.random.default_rng(7)).points
    assert np.concatenate(parts).tolist() == whole.tolist()


def test_numpys_global_state_is_left_alone():
    before = np.random.get_state(legacy=False)["state"]["key"].copy()
    random_search(bowl, RANGES, 50, np.random.default_rng(7))
    assert (np.random.get_state(legacy=False)["state"]["key"] == before).all()


def test_a_grid_search_tries_every_point_of_the_grid():
    search = grid_search(bowl, RANGES, 3)
    assert search.points.tolist() == [[x, y] for x in (-1.0, 0.0, 1.0) for y in (-2.0, -0.75, 0.5)]
    assert search.losses.tolist() == [bowl(*point) for point in search.points]
    assert search.best.tolist() == [0.0, -0.75]


@pytest.mark.parametrize("dimensions", [1, 2, 3, 4])
def test_a_grid_of_n_values_in_d_dimensions_has_n_to_the_d_points(dimensions):
    calls = []
    grid_search(lambda *x: calls.append(x) or 0.0, [(0.0, 1.0)] * dimensions, 4)
    assert len(set(calls)) == len(calls) == 4**dimensions


def test_the_first_of_equals_is_the_best():
    search = grid_search(lambda x: x * x, [(-1.0, 1.0)], 2)
    assert search.best.tolist() == [-1.0]


@pytest.mark.parametrize(
    "ranges", [[], [1.0, 2.0], [(1.0, 0.0)], [(1.0, 1.0)], [(0, 1, 2)], [(0.0, float("nan"))]]
)
def test_ranges_are_pairs_of_low_and_high(ranges):
    for attempt in (
        lambda: random_search(bowl, ranges, 5, np.random.default_rng(0)),
        lambda: grid_search(bowl, ranges, 5),
    ):
        with pytest.raises(ValueError, match=r"a list of \(low, high\) with low < high, got"):
            attempt()


@pytest.mark.parametrize("tries", [0, -1])
def test_a_search_needs_a_try(tries):
    with pytest.raises(ValueError, match=f"at least one try, got {tries}"):
        random_search(bowl, RANGES, tries, np.random.default_rng(0))


@pytest.mark.parametrize("values", [1, 0, -3])
def test_a_grid_needs_two_values(values):
    with pytest.raises(ValueError, match=f"at least two values for each argument, got {values}"):
        grid_search(bowl, RANGES, values)
