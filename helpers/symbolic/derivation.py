"""A derivation line by line, as on paper, each line checked by SymPy."""

from collections import Counter
from typing import NamedTuple

import sympy

from helpers import rules


class _Named(sympy.Function):
    """A function shown by its name, so that formulas stay as short as on paper."""

    def _latex(self, printer):
        return f"{self.in_latex}({printer.doprint(self.args[0])})"

    def _sympystr(self, printer):
        return f"{self.in_text}({printer.doprint(self.args[0])})"


class sigma(_Named):
    """The logistic function.

    >>> import sympy
    >>> x = sympy.Symbol("x")
    >>> sigma(x).diff(x), written_out(sigma(x))
    (σ'(x), 1/(1 + exp(-x)))
    """

    in_latex, in_text = r"\sigma", "σ"

    def fdiff(self, argindex=1):
        return sigma_prime(self.args[0])


class sigma_prime(_Named):
    """The derivative of `sigma`.

    >>> import sympy
    >>> sigma_prime(2 * sympy.Symbol("x"))
    σ'(2*x)
    """

    in_latex, in_text = r"\sigma'", "σ'"


def written_out(expression):
    """The expression with formulas for σ and σ', and with every derivative in it carried out.

    >>> import sympy
    >>> x = sympy.Symbol("x")
    >>> written_out(sympy.Derivative(x**2, x))
    2*x
    """
    u = sympy.Dummy()
    logistic = rules.sigmoid(u)
    return (
        expression.replace(sigma, lambda z: logistic.subs(u, z))
        .replace(sigma_prime, lambda z: logistic.diff(u).subs(u, z))
        .doit()
    )


class Line(NamedTuple):
    """One line of a derivation: what is done, and what the derivative then looks like.

    >>> logistic_regression().lines[0].done
    'a sum, term by term'
    """

    done: str
    expression: sympy.Expr


class Derivation:
    """A derivative by hand: the function, and lines that are each equal to the next.

    It shows itself as a formula in a notebook and as text elsewhere. `name` is what `function` is
    called, `by` the symbol it is differentiated by. Raises ValueError for a line that is not the
    derivative, as SymPy sees it.

    >>> import sympy
    >>> x = sympy.Symbol("x")
    >>> Derivation("f", x**3, x, [("power rule", 3 * x**2)])
    f = x**3
    ∂f/∂x
      = 3*x**2   power rule
    """

    def __init__(self, name, function, by, lines):
        self.name, self.function, self.by = name, function, by
        self.lines = [Line(*line) for line in lines]
        expected = written_out(sympy.Derivative(function, by))
        for number, (done, expression) in enumerate(self.lines, start=1):
            if sympy.simplify(written_out(expression) - expected) != 0:
                raise ValueError(
                    f"line {number} ({done}) is not ∂{name}/∂{by}: {_text(expression)}"
                )

    @property
    def result(self):
        """The last line's expression.

        >>> logistic_regression().result
        lambda*w + x*(-target + σ(b + w*x))*σ'(b + w*x)
        """
        return self.lines[-1].expression

    def __str__(self):
        head = [f"{self.name} = {_text(self.function)}", f"∂{self.name}/∂{self.by}"]
        lines = [(f"  = {_text(expression)}", done) for done, expression in self.lines]
        width = max(len(text) for text, _ in lines)
        return "\n".join(head + [f"{text:{width}}   {done}" for text, done in lines])

    __repr__ = __str__

    def _repr_latex_(self):
        left = rf"\frac{{\partial {self.name}}}{{\partial {self.by}}}"
        lines = [rf"{self.name} &= {_latex(self.function)}"]
        for done, expression in self.lines:  # the remark above its line: beside it there is no room
            lines.append(rf"& \quad\text{{{done}:}}")
            lines.append(rf"{left} &= {_latex(expression)}")
            left = ""
        return "$$\\begin{aligned}\n" + " \\\\[1ex]\n".join(lines) + "\n\\end{aligned}$$"


def _text(expression):
    return sympy.sstr(expression, order="none")


def _latex(expression):
    return sympy.latex(expression, order="none")


def logistic_regression():
    """The derivative of ½(σ(wx + b) − target)² + (λ/2) w² with respect to w, as a `Derivation`.

    >>> len(logistic_regression().lines)
    5
    """
    w, x, b, target, decay = sympy.symbols("w x b target lambda", real=True)

    def d(expression):
        return sympy.Derivative(expression, w)

    with sympy.evaluate(False):  # what is written here is shown as it is written
        u = w * x + b
        error = sigma(u) - target
        fit, penalty = error**2 / 2, decay / 2 * w**2
        loss = fit + penalty
        lines = [
            ("a sum, term by term", d(fit) + d(penalty)),
            ("power rule and chain rule", error * d(error) + decay * w),
            ("the target does not depend on w", error * d(sigma(u)) + decay * w),
            ("chain rule once more", sympy.Mul(error, sigma_prime(u), d(u)) + decay * w),
            ("wx + b has the slope x", sympy.Mul(error, sigma_prime(u), x) + decay * w),
        ]
    return Derivation("L", loss, w, lines)


def repeated(expression):
    """What a formula computes more than once: {subexpression: how many times}.

    >>> import sympy
    >>> x = sympy.Symbol("x")
    >>> repeated((x + 1) * sympy.exp(x + 1))
    {x + 1: 2}
    """
    times = Counter(node for node in sympy.preorder_traversal(expression))
    return {node: many for node, many in times.items() if many > 1 and node.free_symbols - {node}}
