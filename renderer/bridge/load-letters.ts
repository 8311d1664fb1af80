/** Loads the parts of the Chinese font a view needs before it is drawn, so that no text changes shape under the eye. */
import type { ScreenView } from '#contract/screen.ts';

const FACES = ['400 1rem "Noto Sans SC Variable"', '700 1rem "Noto Sans SC Variable"'];
/** A view is drawn with whatever letters there are after this long: late text is worse than plain text. */
const PATIENCE_MS = 400;

/** Null when every letter is there already; otherwise resolves when they are, or when patience ends. */
export function loadLetters(view: ScreenView): Promise<void> | null {
  const text = JSON.stringify(view);
  if (FACES.every((face) => document.fonts.check(face, text))) return null;
  const loaded = Promise.allSettled(FACES.map((face) => document.fonts.load(face, text)));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([loaded, patience]).then(() => undefined);
}
