/** The view on the screen now: kept for a renderer that reloads, pushed to the one that runs. */
import type { ScreenView } from '#contract/screen.ts';

export class ViewFeed {
  #view: ScreenView;
  readonly #push: (view: ScreenView) => void;

  constructor(first: ScreenView, push: (view: ScreenView) => void) {
    this.#view = first;
    this.#push = push;
  }

  current(): ScreenView {
    return this.#view;
  }

  publish(view: ScreenView): void {
    this.#view = view;
    this.#push(view);
  }
}
