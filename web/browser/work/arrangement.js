/** Lines being put in order: which of them make the program, and which are not used. */
export class Arrangement {
  /** `pieces` are the lines, shuffled, some of them wrong; `given` is how the program begins. */
  constructor({ given, pieces }) {
    Object.assign(this, { given, pieces });
    this.restart();
  }

  restart() {
    this.program = []; // numbers of pieces, in the reader's order
    this.marked = null; // the one of them that moves, and that the next one comes after
  }

  /** The pieces that are not in the program, in their shuffled order. */
  get unused() {
    return [...this.pieces.keys()].filter((piece) => !this.program.includes(piece));
  }

  /** Put a piece into the program: after the one that is marked, or at the end. */
  add(piece) {
    const after = this.marked === null ? this.program.length : this.program.indexOf(this.marked) + 1;
    this.place(piece, after);
  }

  /** Put a piece, from wherever it is, at a place of the program, counted without it; mark it. */
  place(piece, index) {
    this.program = this.program.filter((other) => other !== piece);
    this.program.splice(index, 0, piece);
    this.marked = piece;
  }

  /** Move a piece of the program up (-1) or down (1). False where it is at the end already. */
  move(piece, by) {
    const index = this.program.indexOf(piece) + by;
    if (index < 0 || index >= this.program.length) return false;
    this.place(piece, index);
    return true;
  }

  /** Take a piece out of the program; the one that follows it is marked, or the last. */
  takeOut(piece) {
    const index = this.program.indexOf(piece);
    this.program.splice(index, 1);
    this.marked = this.program[index] ?? this.program.at(-1) ?? null;
  }

  /** The program as a source. */
  source() {
    return [this.given, ...this.texts()].join("\n");
  }

  /** The lines of the program, to be kept, and put back with `restore`. */
  texts() {
    return this.program.map((piece) => this.pieces[piece]);
  }

  /** Put kept lines into the program. Those that are not there any more are forgotten. */
  restore(texts) {
    this.restart();
    for (const text of texts) {
      const piece = this.unused.find((each) => this.pieces[each] === text);
      if (piece !== undefined) this.program.push(piece);
    }
    this.marked = this.program.at(-1) ?? null;
  }
}
