/**
 * One Python for a page, in a worker of its own, fetched at the first run and not before. A run that
 * does not come to its end in time is ended, and Python with it; the next run starts a new one.
 */

const SECONDS = 10;

export class PagePython {
  #worker = null;
  #started = null; // a promise while Python is coming, and when it is there
  #turn = Promise.resolve(); // runs wait for each other
  #ids = 0;

  /** `address` is that of worker.mjs; `cells` a promise of the notebook's code, [[id, source], …]. */
  constructor(address, cells, seconds = SECONDS) {
    Object.assign(this, { address, cells, seconds });
  }

  /**
   * Run a request (see worker.mjs). Resolves to what Session.run returns, or to { late: seconds },
   * { ended: why } or { failed: why }. `onProgress(fetched, of)` hears how far Python has come.
   */
  run(request, onProgress = () => {}) {
    const done = this.#turn.then(() => this.#runNow(request, onProgress));
    this.#turn = done;
    return done;
  }

  async #runNow(request, onProgress) {
    this.onProgress = onProgress;
    try {
      await (this.#started ??= this.#start());
    } catch (error) {
      this.#end();
      return { failed: error.message };
    }
    const id = ++this.#ids;
    return new Promise((resolve) => {
      const late = setTimeout(() => finish({ late: this.seconds }), 1000 * this.seconds);
      const finish = (result) => {
        clearTimeout(late);
        if (!("answer" in result)) this.#end();
        resolve(result.answer ?? result);
      };
      // What breaks after an answer, when its objects are freed, ends Python too.
      this.#worker.onmessage = ({ data }) => (data.id === id || data.ended) && finish(data);
      this.#worker.onerror = (event) => finish({ ended: event.message ?? "" });
      this.#worker.postMessage({ id, ...request });
    });
  }

  async #start() {
    const cells = await this.cells();
    this.#worker = new Worker(this.address, { type: "module" });
    await new Promise((resolve, reject) => {
      this.#worker.onerror = (event) => reject(new Error(event.message ?? "its files are not there"));
      this.#worker.onmessage = ({ data }) => {
        if (data.ready) resolve();
        else if (data.failed) reject(new Error(data.failed));
        else if (data.fetched) this.onProgress(data.fetched, data.of);
      };
      this.#worker.postMessage({ cells });
    });
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = this.#started = null;
  }
}
