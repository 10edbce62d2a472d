"""What notebooks 04 and 05 go on with where the reader's own answer is not right yet.

The notebooks call the reader's function as soon as its check says that it is right
(`checks.if_right`), and until then the one of this file. Here each is written in another way than
the exercise suggests, with what the package has: the rule book, Kahn's order, tags.
"""

from helpers.dual import Dual
from helpers.finite_differences import check_gradient
from helpers.rules import RULES
from helpers.value import Value


def quotient(a, b):
    """[a / b, its local derivative by a, the one by b], from the rule book.

    >>> quotient(3.0, 2.0)
    [1.5, 0.5, -0.75]
    """
    rule = RULES["div"]
    value = rule(a, b)
    return [value, *(partial(a, b, value) for partial in rule.partials)]


def operands_first(output):
    """All nodes that a number depends on, each after its operands.

    Nodes are numbers of any class with `operands`. Without recursion:
    `path` leads from the output to the node that is being visited,
    each with those of its operands that are still to come.

    >>> a = Value(2.0)
    >>> [node.data for node in operands_first(a * a)]
    [2.0, 4.0]
    """
    nodes, seen = [], {output}
    path = [(output, list(output.operands))]
    while path:
        node, waiting = path[-1]
        if not waiting:  # all its operands are in the list
            nodes.append(node)
            path.pop()
        elif (operand := waiting.pop(0)) not in seen:
            seen.add(operand)
            path.append((operand, list(operand.operands)))
    return nodes


def agrees(engine, f, point):
    """Does an engine's gradient of f agree with finite differences?

    >>> agrees(Value, lambda a, b: a * b, [2.0, 3.0])
    True
    """
    leaves = [engine(x) for x in point]
    f(*leaves).backward()
    return bool(check_gradient(f, point, [leaf.grad for leaf in leaves]))


def training_step(parameters, compute_loss, learning_rate):
    """Move each parameter against its gradient. Returns the loss before the step, a number.

    >>> w = Value(3.0)
    >>> training_step([w], lambda: w * w, 0.5), w.data
    (9.0, 0.0)
    """
    for parameter in parameters:
        parameter.grad = 0.0
    loss = compute_loss()
    loss.backward()
    for parameter in parameters:
        parameter.data -= learning_rate * parameter.grad
    return loss.data


def jvp(f, point, direction):
    """J v: the slope along a direction of each number that f returns, in one forward sweep.

    >>> jvp(lambda x, y: [x * y, x + y], [2.0, 3.0], [1.0, 0.0])
    [3.0, 1.0]
    """
    outputs = f(*map(Dual, point, direction))
    return [y.tangent for y in outputs]


def vjp(f, point, weights):
    """Jᵀ u: the gradient of the weighted sum of what f returns, in one reverse sweep.

    >>> vjp(lambda x, y: [x * y, x + y], [2.0, 3.0], [1.0, 0.0])
    [3.0, 2.0]
    """
    leaves = [Value(x) for x in point]
    sum(u * y for u, y in zip(weights, f(*leaves), strict=True)).backward()
    return [leaf.grad for leaf in leaves]


def hvp(f, point, direction):
    """H v: how the gradient of f changes along a direction, in one sweep each way.

    >>> hvp(lambda x, y: x * x * y, [2.0, 3.0], [1.0, 0.0])
    [6.0, 4.0]
    """
    leaves = [Value(x) for x in point]
    f(*map(Dual, leaves, direction)).tangent.backward()
    return [leaf.grad for leaf in leaves]


def two_epsilons(a, b):
    """The product of two numbers v + vₓεₓ + v_yε_y + v_xyεₓε_y, each a list of its four parts.

    >>> two_epsilons([2.0, 1.0, 0.0, 0.0], [3.0, 0.0, 1.0, 0.0])
    [6.0, 3.0, 2.0, 1.0]
    """
    x, y = (
        Dual(Dual(v, vx, tag="εx"), Dual(vy, vxy, tag="εx"), tag="εy") for v, vx, vy, vxy in (a, b)
    )
    product = x * y
    return [*_halves(product.primal), *_halves(product.tangent)]


def _halves(x):
    """Primal and tangent; where a number has no tangent it is 0."""
    return (x.primal, x.tangent) if isinstance(x, Dual) else (x, 0.0)
