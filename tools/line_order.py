"""Put the lines in order: a worked solution cut into lines, with wrong ones among them.

The cell of a solution says in comments, which no reader sees, what stands among its lines: after a
minus a line of the solution, and after a plus what a common mistake writes in its place.

    <!-- wrong lines
    -    return (f(x + h) - f(x)) / h
    +    return f(x + h) - f(x) / h
    -->

A long solution is cut into pieces of several lines. The first line of each but the first is named:

    <!-- cut before
        def __mul__(self, other):
        def backward(self):
    -->
"""

import io
import random
import re
import tokenize
from dataclasses import dataclass

COMMENT = re.compile(r"<!-- (wrong lines|cut before)\n(.*?)\n-->", re.DOTALL)


@dataclass(frozen=True)
class LineOrder:
    """What is put in order for an exercise.

    given    the beginning of the program, up to the last line that the exercise's cell has as well
    pieces   what follows in the solution, in its order: lines, or blocks of them
    wrong    (piece, the same with a slip in it), for each wrong line
    """

    given: str
    pieces: list
    wrong: list

    def program(self, pieces):
        """The source that pieces make in an order."""
        return "\n".join([self.given, *pieces]) + "\n"

    def with_slip(self, piece, slip):
        """The pieces of the solution with a wrong one in the place of a right one."""
        return [slip if each == piece else each for each in self.pieces]

    def shuffled(self):
        """All pieces, right and wrong. The order is the same on every run, and the right ones among
        them do not stand as they should.
        """
        mixed, dice = [*self.pieces, *(slip for _, slip in self.wrong)], random.Random(self.given)
        dice.shuffle(mixed)
        while len(self.pieces) > 1 and [x for x in mixed if x in self.pieces] == self.pieces:
            dice.shuffle(mixed)
        return mixed


def line_order(exercise):
    """The `LineOrder` of an exercise, its `Cells`.

    Raises ValueError where a comment names a line that does not stand in the solution once.
    """
    said = dict(COMMENT.findall(exercise.remarks))
    lines = without_comments(exercise.solution).splitlines()
    own = set(filter(str.strip, exercise.untouched.splitlines()))
    given = 1 + max(place for place, line in enumerate(lines) if line in own)
    pieces = cut(lines[given:], said.get("cut before", "").splitlines())
    wrong, piece, right = [], "", ""
    for sign, line in re.findall("^([-+])(.*)$", said.get("wrong lines", ""), re.MULTILINE):
        if sign == "-":
            piece, right = the_one_with(line, pieces), line
        elif not piece:
            raise ValueError(
                f"the wrong line {line.strip()!r} stands under no line of the solution"
            )
        else:
            slip = [line if each == right else each for each in piece.split("\n")]
            wrong.append((piece, "\n".join(slip)))
    return LineOrder("\n".join(lines[:given]), pieces, wrong)


def cut(lines, firsts):
    """Lines as pieces: each line by itself, or, where some are named, all from one of them to the
    next. Empty lines go with what follows them.
    """
    for first in firsts:
        the_one_with(first, lines)
    pieces, empty = [], ""
    for line in lines:
        if not line.strip():
            empty += "\n"
            continue
        if not pieces or not firsts or line in firsts:
            pieces.append(empty + line)
        else:
            pieces[-1] += "\n" + empty + line
        empty = ""
    return pieces


def the_one_with(line, pieces):
    """The piece that holds a line; raises ValueError unless there is one."""
    found = [piece for piece in pieces if line in piece.split("\n")]
    if len(found) != 1:
        raise ValueError(f"the solution has the line {line.strip()!r} {len(found)} times")
    return found[0]


def without_comments(source):
    """A source without the comments at the ends of its lines."""
    lines = source.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column].rstrip()
    return "\n".join(lines)
