"""How a function is called with inputs that have names, whatever parameters it has."""

from inspect import BoundArguments, Parameter, signature


def call(f, inputs):
    """f on the inputs, {name: number}, each for the parameter of its name.

    Inputs that no parameter is called like go, in their order, to parameters without a public name
    (those that are taken by position only), then to `**`, or else to `*`. Raises TypeError for what
    is no function, and for one that these inputs do not fit.

    >>> def f(a, /, *rest, scale=1.0):
    ...     return scale * sum(rest, start=a)
    >>> call(f, {"x": 1.0, "y": 2.0, "z": 3.0, "scale": 10.0})
    60.0
    """
    if not callable(f):
        raise TypeError(
            f"trace takes a function first, as in trace(f, w=2.0), got {f!r:.60} "
            f"({type(f).__name__})"
        )
    try:
        shape = signature(f)
    except ValueError:  # built in, and does not say what it takes
        return f(*inputs.values())
    parameters = shape.parameters.values()
    of_kind = {p.kind: p.name for p in parameters}  # the last of each: * and ** come but once
    arguments = {p.name: inputs[p.name] for p in parameters if _is_one(p) and p.name in inputs}
    left = {name: x for name, x in inputs.items() if name not in arguments}
    for p in parameters:
        if p.kind is p.POSITIONAL_ONLY and p.name not in arguments and left:
            arguments[p.name] = left.pop(next(iter(left)))
    missing = [
        p.name
        for p in parameters
        if _is_one(p) and p.default is p.empty and p.name not in arguments
    ]
    called = f"{getattr(f, '__name__', type(f).__name__)}{shape}"
    if missing:
        raise TypeError(
            f"{called} needs a value for {missing[0]!r}; the inputs of trace are "
            f"{', '.join(inputs) or 'none'}"
        )
    if left and Parameter.VAR_KEYWORD in of_kind:
        arguments[of_kind[Parameter.VAR_KEYWORD]] = left
    elif left and Parameter.VAR_POSITIONAL in of_kind:
        star = of_kind[Parameter.VAR_POSITIONAL]
        for p in parameters:  # what stands before a * has to be there
            if p.name == star:
                break
            arguments.setdefault(p.name, p.default)
        arguments[star] = tuple(left.values())
    elif left:
        raise TypeError(
            f"{called} has no parameter {next(iter(left))!r}: the inputs of trace are called like "
            "the function's parameters"
        )
    bound = BoundArguments(shape, arguments)
    return f(*bound.args, **bound.kwargs)


def _is_one(parameter):
    """Does a parameter stand for one argument, not for any number as * and ** do?"""
    return parameter.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
