"""Random and grid search: what they try, what they remember, and that a seed is a seed."""

import math
import random
import sys

import numpy as np
import pytest

from helpers.random_search import Search, grid_search, random_search


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


@pytest.mark.parametrize("seed", range(5))
def test_points_are_those_that_numpy_draws_all_at_once(seed):
    points = random_search(bowl, RANGES, 200, np.random.default_rng(seed)).points
    low, high = np.array(RANGES).T
    at_once = np.random.default_rng(seed).uniform(low, high, size=(200, 2))
    np.testing.assert_allclose(points, at_once, rtol=0, atol=1e-15)


def test_pythons_own_generator_draws_as_well():
    search = random_search(bowl, RANGES, 300, random.Random(3))
    rng = random.Random(3)
    drawn = [[rng.uniform(low, high) for low, high in RANGES] for _ in range(300)]
    assert search.points.tolist() == drawn
    assert search.losses.tolist() == [bowl(*point) for point in drawn]


def test_pythons_global_state_is_left_alone():
    before = random.getstate()
    random_search(bowl, RANGES, 50, random.Random(7))
    assert random.getstate() == before


@pytest.mark.parametrize("rng", [1, None, "seed", random.Random, lambda: 0.5, np.zeros(3)])
def test_what_draws_nothing_is_told_what_does(rng):
    expected = r"numpy.random.default_rng\(seed\) or random.Random\(seed\), got "
    with pytest.raises(TypeError, match=expected):
        random_search(bowl, RANGES, 5, rng)


def test_numpys_global_state_is_left_alone():
    before = np.random.get_state(legacy=False)["state"]["key"].copy()
    random_search(bowl, RANGES, 50, np.random.default_rng(7))
    assert (np.random.get_state(legacy=False)["state"]["key"] == before).all()


def test_without_numpy_a_search_holds_lists(monkeypatch):
    with_numpy = random_search(bowl, RANGES, 40, random.Random(1)), grid_search(bowl, RANGES, 4)
    monkeypatch.setitem(sys.modules, "numpy", None)
    without = random_search(bowl, RANGES, 40, random.Random(1)), grid_search(bowl, RANGES, 4)
    for arrays, lists in zip(with_numpy, without, strict=True):
        for name in ("points", "losses", "best", "best_so_far"):
            assert type(getattr(lists, name)) is list
            assert np.array_equal(getattr(lists, name), getattr(arrays, name))
        assert lists.best_loss == arrays.best_loss == min(lists.losses)
        assert repr(lists) == repr(arrays)


def test_a_loss_that_is_no_number_is_not_hidden():
    search = Search([[0.0], [1.0], [2.0]], [3.0, math.nan, 1.0])
    assert math.isnan(search.best_loss)
    assert search.best == [1.0]
    assert search.best_so_far[0] == 3.0
    assert all(map(math.isnan, search.best_so_far[1:]))


def test_a_grid_search_tries_every_point_of_the_grid():
    search = grid_search(bowl, RANGES, 3)
    assert search.points.tolist() == [[x, y] for x in (-1.0, 0.0, 1.0) for y in (-2.0, -0.75, 0.5)]
    assert search.losses.tolist() == [bowl(*point) for point in search.points]
    assert search.best.tolist() == [0.0, -0.75]


@pytest.mark.parametrize("count", [2, 3, 7, 50])
@pytest.mark.parametrize(("low", "high"), [(-1, 1), (0, 3.5), (-3.5, 0.1), (0.3, 0.7)])
def test_a_grid_is_spaced_as_numpy_spaces_it(low, high, count):
    search = grid_search(lambda x: x, [(low, high)], count)
    assert search.losses.tolist() == np.linspace(low, high, count).tolist()


@pytest.mark.parametrize("dimensions", [1, 2, 3, 4])
def test_a_grid_of_n_values_in_d_dimensions_has_n_to_the_d_points(dimensions):
    calls = []
    grid_search(lambda *x: calls.append(x) or 0.0, [(0.0, 1.0)] * dimensions, 4)
    assert len(set(calls)) == len(calls) == 4**dimensions


def test_the_first_of_equals_is_the_best():
    search = grid_search(lambda x: x * x, [(-1.0, 1.0)], 2)
    assert search.best.tolist() == [-1.0]


@pytest.mark.parametrize(
    "ranges",
    [
        *([], [1.0, 2.0], [(1.0, 0.0)], [(1.0, 1.0)], [(0, 1, 2)], [(0.0, math.nan)]),
        *([(0, 1), (2,)], [("low", "high")], None),
    ],
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
