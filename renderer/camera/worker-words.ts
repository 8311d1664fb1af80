/** What the page and its camera worker say to each other. */
import type { PageCode } from '#contract/camera.ts';
import type { Corners } from './find-page.ts';
import type { Seen } from './stillness.ts';

export type ToWorker =
  /** A small picture, to be judged. */
  | { readonly kind: 'look'; readonly picture: ImageBitmap; readonly at: number }
  /** The whole picture, to become a page. Without a sheet in it, all of it is kept. */
  | { readonly kind: 'take'; readonly picture: ImageBitmap }
  /** A page, to be turned by a quarter to the right. */
  | { readonly kind: 'turn'; readonly picture: ImageBitmap };

export interface Looked extends Seen {
  readonly kind: 'looked';
  /** In shares of width and height; null without a sheet. */
  readonly corners: Corners | null;
}

export interface Taken {
  readonly kind: 'taken';
  /** JPEG; null when it could not be made small enough. */
  readonly jpeg: ArrayBuffer | null;
  readonly codes: readonly PageCode[];
}

/** It could not be done; why is of no use to a citizen. */
export interface Failed {
  readonly kind: 'failed';
}

export type FromWorker = Looked | Taken | Failed;
