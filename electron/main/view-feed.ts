/** The view that is to be on the screen: kept for a renderer that reloads, pushed to the one that runs unless that is being replaced. */
import type { ScreenView } from '#contract/screen.ts';

export class ViewFeed {
  #view: ScreenView | null = null;
  #held = false;
  readonly #push: (view: ScreenView) => void;
  readonly #first = Promise.withResolvers<ScreenView>();

  constructor(push: (view: ScreenView) => void) {
    this.#push = push;
  }

  /** The view now; a renderer that is quicker than the session waits for the first one. */
  async current(): Promise<ScreenView> {
    return this.#view ?? this.#first.promise;
  }

  /** What is to be on the screen now; null before the first view. */
  shown(): ScreenView | null {
    return this.#view;
  }

  /** The next free revision, for a view that no session made. */
  nextRevision(): number {
    return (this.#view?.revision ?? -1) + 1;
  }

  /** Pushes the view of now again, for a page that may have missed it. */
  repeat(): void {
    if (this.#view !== null && !this.#held) this.#push(this.#view);
  }

  /** From this view on, for the next renderer alone: the one that runs is being replaced. Until `letGo`. */
  hold(view: ScreenView): void {
    this.#held = true;
    this.publish(view);
  }

  /** The renderer is another, or could not be replaced. */
  letGo(): void {
    this.#held = false;
    this.repeat();
  }

  publish(view: ScreenView): void {
    this.#view = view;
    this.#first.resolve(view);
    this.repeat();
  }
}
