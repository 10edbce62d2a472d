"""Answers that go wrong in every way: what they return, raise, and are."""

import math
from fractions import Fraction

import numpy as np


class Unprintable:
    """An object whose text cannot be had."""

    def __repr__(self):
        raise RuntimeError("no text")


class SilentError(Exception):
    """An exception whose text cannot be had."""

    def __str__(self):
        raise RuntimeError("no text")


def raising(error):
    def my_function(*arguments):
        raise error

    return my_function


def endless(*arguments):
    return endless(*arguments)


def returning(value):
    return lambda *arguments: value


RETURNED = {
    "text": "0.0625",
    "list": [1.0],
    "empty list": [],
    "dictionary": {"loss": 1},
    "complex": 1j,
    "complex array": np.array([1j] * 4),
    "bool": True,
    "NumPy bool": np.True_,
    "NaN": math.nan,
    "infinity": -math.inf,
    "array": np.array([1.0, 2.0]),
    "array of four": np.array([0.1, 0.2, 0.3, 0.4]),
    "array of text": np.array(["a"] * 4),
    "ragged": [[1], [2, 3]],
    "huge whole number": -(10**400),
    "too long to print": 10**5000,
    "fraction": Fraction(1, 3),
    "generator": (x for x in range(4)),
    "class": float,
    "function": endless,
    "module": math,
    "unprintable": Unprintable(),
}
RAISED = {
    "division": ZeroDivisionError("division by zero"),
    "no text": ValueError(),
    "text in lines": ValueError("one\n  two"),
    "unprintable": SilentError(),
    "exit": SystemExit(),
    "exit with a code": SystemExit(3),
    "address": TypeError("<function f at 0x7f00c0de> is wrong"),
    "long": ValueError("x" * 5000),
}
HOSTILE = {
    **{f"returns {name}": returning(value) for name, value in RETURNED.items()},
    **{f"raises {name}": raising(error) for name, error in RAISED.items()},
    "recursion": endless,
    "no arguments": lambda: 1.0,
    "too many arguments": lambda a, b, c, d, e, f, g, h: 1.0,
    "class": type("MyLoss", (), {"weights": 4}),
    "unprintable callable": type("Odd", (Unprintable,), {"__call__": lambda self, *a: 7.0})(),
    "nothing in the end": lambda *arguments: print(end=""),
}
NO_FUNCTIONS = [0.0625, "text", [1], np.array([1.0]), math.nan, 1j, True, Unprintable(), 10**5000]
