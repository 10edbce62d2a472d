"""A Wengert list as a system of equations, and its sweeps as two ways of solving it.

Written as equations t_i − f_i(t) = 0, a list has a strictly lower triangular matrix C of local
derivatives: C[i][j] is ∂t_i/∂t_j, the slope of line i in the line j that it uses. Then the tangents
solve (I − C) ṫ = ẋ, from the first line to the last, and the adjoints solve (I − C)ᵀ t̄ = e, from
the last to the first: forward mode and reverse mode are forward and back substitution.

The adjoints are Lagrange multipliers too. Make the output stationary under the constraints
t_i = f_i(t): the multiplier of constraint i is t̄_i, and says by how much the output changes for
each unit by which t_i is nudged.

Source: A. Griewank and A. Walther, *Evaluating Derivatives* (2nd ed., 2008), 2.2 and 9.1;
Y. LeCun, "A theoretical framework for back-propagation", Proc. 1988 Connectionist Models Summer
School, 21; T. Vieira, "Backprop is not just the chain rule", 2017.
"""

from helpers.rules.floating import is_real


def local_matrix(tape, **inputs):
    """The names of all lines, inputs first, and the matrix C of local derivatives, as lists.

    Row i is line i, and so is column i; the row of an input is 0. Where a line uses another twice,
    both slopes are added up. Inputs not given keep the list's own values. Raises ValueError for an
    unknown input, UndefinedError where a value or a slope does not exist.

    >>> from helpers.wengert import trace
    >>> names, matrix = local_matrix(trace(lambda x, y: x * y + x, x=2.0, y=3.0))
    >>> names
    ['x', 'y', 't1', 't2']
    >>> matrix[2], matrix[3]
    ([3.0, 2.0, 0.0, 0.0], [1.0, 0.0, 1.0, 0.0])
    """
    primals = tape.forward_sweep(**inputs)
    names = [*tape.inputs, *(step.name for step in tape.steps)]
    place = {name: i for i, name in enumerate(names)}
    matrix = [[0.0] * len(names) for _ in names]
    for step in tape.steps:
        at = [*(primals[x] for x in step.operands), primals[step.name]]
        for i, operand in enumerate(step.operands):
            if type(operand) is str:
                matrix[place[step.name]][place[operand]] += float(step.slope(i, at, 1.0))
    return names, matrix


def from_the_top(matrix, right):
    """Solve (I − C) t = right, one line after the other from the first: the tangents.

    C is strictly lower triangular, n rows of n numbers; `right` and the result are lists of n.
    Raises ValueError for another shape, or where C has something on or above its diagonal.

    >>> from_the_top([[0.0, 0.0], [3.0, 0.0]], [1.0, 0.0])
    [1.0, 3.0]
    """
    _check(matrix, right)
    solved = []
    for row, number in zip(matrix, right, strict=True):
        solved.append(number + sum(c * t for c, t in zip(row, solved, strict=False) if c))
    return solved


def from_the_end(matrix, right):
    """Solve (I − C)ᵀ t = right, one line after the other from the last: the adjoints, where `right`
    is 1 at the output and else 0. Raises as `from_the_top` does.

    >>> from_the_end([[0.0, 0.0], [3.0, 0.0]], [0.0, 1.0])
    [3.0, 1.0]
    """
    _check(matrix, right)
    solved = [*map(float, right)]
    for j in range(len(matrix) - 1, -1, -1):
        for i in range(len(matrix) - 1, j, -1):
            if matrix[i][j]:
                solved[j] += matrix[i][j] * solved[i]
    return solved


def multipliers(tape, **inputs):
    """What the constraint of each line is worth, {name: multiplier}, by back-substitution.

    They are the adjoints. Inputs not given keep the list's own values.

    >>> from helpers.wengert import trace
    >>> multipliers(trace(lambda x, y: x * y + x, x=2.0, y=3.0))
    {'x': 4.0, 'y': 2.0, 't1': 1.0, 't2': 1.0}
    """
    names, matrix = local_matrix(tape, **inputs)
    output = [1.0 if name == tape.output else 0.0 for name in names]
    return dict(zip(names, from_the_end(matrix, output), strict=True))


def _check(matrix, right):
    n = len(right)
    if len(matrix) != n or any(len(row) != n for row in matrix):
        raise ValueError(
            f"expected a matrix of {n} rows with {n} numbers each, as many as there are numbers on "
            f"the right, got {len(matrix)} rows with {', '.join(str(len(row)) for row in matrix)}"
        )
    for i, row in enumerate(matrix):
        for j, number in enumerate(row):
            if not is_real(number):
                raise TypeError(f"entry {i}, {j} of the matrix should be a number: {number!r:.60}")
            if j >= i and number != 0:
                raise ValueError(
                    f"entry {i}, {j} of the matrix is {number}, but a list uses only lines above: "
                    "on the diagonal and right of it the matrix is 0"
                )
