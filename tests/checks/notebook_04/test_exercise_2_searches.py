"""Known searches that go wrong: each is told from the others, and each is made by a student."""

from itertools import combinations

from helpers.checks.notebook_04.exercise_2_topological_order import GRAPHS, fault_of, graph_of
from helpers.checks.notebook_04.searches import KEYS, SEARCHES, cause_of, deep, in_order_of
from tests.checks.notebook_04.exercise_2_topological_order import ENTRY

OUTPUTS = [[*graph_of(graph).values()][-1] for graph in GRAPHS.values()]


def orders_by(search):
    return [[node.name for node in search(output)] for output in OUTPUTS]


def test_no_two_searches_with_different_words_find_the_same():
    found = [(orders_by(search), cause) for search, cause in SEARCHES]
    found += [
        (orders_by(lambda output, key=key: sorted(deep()(output), key=lambda x: key(x, output))), c)
        for key, c in KEYS
    ]
    for (a, cause), (b, other) in combinations(found, 2):
        assert a != b or cause == other


def test_each_has_a_fault_and_its_own_cause():
    for search, cause in SEARCHES:
        orders = orders_by(search)
        assert any(map(fault_of, orders, GRAPHS.values()))
        assert cause_of(orders, OUTPUTS) == cause


def test_no_search_is_sorted_by_chance():
    for search, _ in SEARCHES:
        pairs = [*zip(orders_by(search), OUTPUTS, strict=True)]
        assert not any(all(in_order_of(key, *pair) for pair in pairs) for key, _ in KEYS)


def test_students_make_each_of_them():
    said = " ".join(ENTRY.check(answer).message for answer, _ in ENTRY.wrong)
    assert all(cause in said for _, cause in [*SEARCHES, *KEYS])


def test_an_order_that_nobody_knows_gets_no_cause():
    assert cause_of([["y", "b", "w", "t", "x"]] * len(OUTPUTS), OUTPUTS) == ""
