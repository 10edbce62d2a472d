"""Hückel's model of π electrons, and an eigenvalue by power iteration.

Each atom of a flat molecule lends one electron to the π system. In the model an electron has the
energy α on an atom, and β couples two atoms that are bound: the levels are E = α + x β, with x an
eigenvalue of the matrix that holds the strength of each bond (1 for a plain one). Since β is
negative, the largest x is the lowest level.

Source: E. Hückel, Zeitschrift für Physik 70 (1931) 204; A. Streitwieser, *Molecular Orbital Theory
for Organic Chemists* (1961), ch. 2.
"""

from helpers.rules import sqrt


def chain(bonds):
    """The matrix of a chain of atoms, one more than there are bonds, as a list of rows.

    `bonds` are their strengths, numbers of any kind.

    >>> chain([1.2, 0.8])
    [[0.0, 1.2, 0.0], [1.2, 0.0, 0.8], [0.0, 0.8, 0.0]]
    """
    n = len(bonds) + 1
    matrix = [[0.0] * n for _ in range(n)]
    for i, bond in enumerate(bonds):
        matrix[i][i + 1] = matrix[i + 1][i] = bond
    return matrix


def ring(bonds):
    """The matrix of a ring with as many atoms as bonds, three at least: the last bond closes it.

    >>> ring([1.0, 1.0, 0.5])
    [[0.0, 1.0, 0.5], [1.0, 0.0, 1.0], [0.5, 1.0, 0.0]]
    """
    if len(bonds) < 3:
        raise ValueError(f"a ring has at least 3 bonds, got {len(bonds)}")
    matrix = chain(bonds[:-1])
    matrix[0][-1] = matrix[-1][0] = bonds[-1]
    return matrix


def butadiene(outer=1.0, inner=1.0):
    """Four carbon atoms in a row, with two outer bonds of one strength and an inner one."""
    return chain([outer, inner, outer])


def level(matrix, start, rounds=10, shift=2.0):
    """The largest eigenvalue that `start` leads to, by power iteration: a number of the kind that
    the matrix holds.

    A level and its negative come in pairs here, and neither would win. So the iteration goes with
    matrix + shift · I, whose largest eigenvalue is the one sought. At the end stands the Rayleigh
    quotient. A start that a symmetry of the molecule turns into its negative leads to the largest
    eigenvalue among the vectors of that kind. Raises ValueError where the start has not one number
    for each row.

    >>> f"{level(butadiene(), start=[1.0, 1.0, 1.0, 1.0], rounds=20):.9f}"  # (1 + √5) / 2
    '1.618033989'
    """
    if len(start) != len(matrix):
        raise ValueError(
            f"start has a number for each atom: expected {len(matrix)}, got {len(start)}"
        )
    vector = normed(start)
    for _ in range(rounds):
        vector = normed([y + shift * x for x, y in zip(vector, times(matrix, vector), strict=True)])
    return dot(vector, times(matrix, vector))


def times(matrix, vector):
    """The product of a matrix and a vector; what is 0 in the matrix costs nothing."""
    return [
        sum(x * y for x, y in zip(row, vector, strict=True) if not (type(x) is float and x == 0))
        for row in matrix
    ]


def dot(v, w):
    """The sum of v_i w_i."""
    return sum(x * y for x, y in zip(v, w, strict=True))


def normed(vector):
    """The vector of length 1 in the same direction."""
    length = sqrt(dot(vector, vector))
    return [x / length for x in vector]
