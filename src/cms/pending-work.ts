/**
 * What a save must wait for. Sveltia waits for text that is on its way into the form, but not for a
 * picture, which it makes smaller first: saved meanwhile, the field would be reported as empty.
 */
export class PendingWork {
  readonly #running = new Set<Promise<unknown>>();

  /** Gives the work back as it is. */
  track<Work extends Promise<unknown>>(work: Work): Work {
    this.#running.add(work);
    const remove = () => this.#running.delete(work);
    work.then(remove, remove);
    return work;
  }

  /** When nothing runs any more, failed or not, and what waited for it has had its turn. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
