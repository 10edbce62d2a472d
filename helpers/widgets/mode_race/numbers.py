"""The numbers of a finished race, as numbers.js has them at every moment of one."""

from itertools import accumulate

from helpers.widgets.mode_race.function import MOST, race
from helpers.widgets.shared.template import fixed

NEARLY = 0.05  # a difference of less than so much of the larger number is nearly a tie


def race_numbers(n, m):
    """All that the figure shows for n inputs and m outputs once both modes have arrived."""
    costs = race(n)
    values = costs.values[m - 1]
    sweeps = {"forward": costs.tangents[m - 1], "reverse": costs.reverses[:m]}
    totals = {mode: values + sum(each) for mode, each in sweeps.items()}
    longest = max(totals.values())
    numbers = {"n": n, "m": m, "verdict": verdict(totals)}
    numbers |= {"inputs in words": counted(n, "input"), "outputs in words": counted(m, "output")}
    for k in range(1, MOST + 1):
        numbers |= {f"x{k}": name("x", k, n), f"y{k}": name("y", k, m)}
    entries = jacobians(n, m)
    for mode, each in sweeps.items():
        ends = list(accumulate(each, initial=values))
        numbers |= {
            f"{mode} sweeps": len(each),
            f"{mode} sweeps so far": len(each),
            f"{mode} sweeps in words": counted(len(each), "sweep"),
            f"{mode} operations": totals[mode],
            f"{mode} operations so far": totals[mode],
            f"{mode} share": totals[mode] / longest,
            f"{mode} values so far": values / longest,
            f"{mode} mark": mark(totals[mode], min(totals.values())),
            f"{mode} rows": "; ".join(
                f"y{j + 1}: {', '.join(row)}" for j, row in enumerate(entries[mode])
            ),
        }
        for k in range(MOST):
            sweep, made = f"{mode} sweep {k + 1}", k < len(each)
            numbers[f"{sweep} filled"] = (m if mode == "forward" else n) if made else 0
            numbers[f"{sweep} from"] = ends[min(k, len(each))] / longest
            numbers[f"{sweep} so far"] = each[k] / longest if made else 0
        for j in range(MOST):
            for i in range(MOST):
                entry = entries[mode][j][i] if j < m and i < n else ""
                numbers[f"{mode} y{j + 1} x{i + 1}"] = entry
    return numbers


def jacobians(n, m):
    """{mode: the Jacobian as that mode computes it}, each m rows with n entries as texts."""
    tape, outputs = race(n).tape, race(n).outputs[:m]
    primals = tape.forward_sweep()
    columns = [tape.tangent_sweep(primals, **{x: 1.0}) for x in tape.inputs]
    rows = [tape.reverse_sweep(primals, {y: 1.0}) for y in outputs]
    return {
        "forward": [[fixed(column[y], 2) for column in columns] for y in outputs],
        "reverse": [[fixed(row[x], 2) for x in tape.inputs] for row in rows],
    }


def verdict(totals):
    """Who wins, in words, by the totals {mode: operations}."""
    forward, reverse = totals["forward"], totals["reverse"]
    apart, ahead = abs(forward - reverse), "Forward" if forward < reverse else "Reverse"
    if apart == 0:
        return "A tie."
    if apart < NEARLY * max(forward, reverse):
        return f"Nearly a tie: {ahead.lower()} mode is ahead by {apart}."
    return f"{ahead} mode wins."


def mark(total, fewest):
    """What stands at the end of a bar."""
    return "✓ fewer operations" if total == fewest else f"{total - fewest} operations more"


def counted(k, thing):
    return f"{k} {thing}" if k == 1 else f"{k} {thing}s"


def name(letter, k, last):
    """x₃, or nothing beyond the last."""
    return letter + "₀₁₂₃₄₅₆₇₈"[k] if k <= last else ""
