/** What a citizen can see and touch on the page now: controls and runs of text, with the part of them that is visible. */

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Shown {
  /** For people who read the flaw. */
  readonly name: string;
  readonly element: Element;
  readonly box: Box;
  /** One for each line of a text. */
  readonly lines: readonly Box[];
}

/** A dialog hides the rest: then only what is in it counts. */
function root(): Element {
  return document.querySelector('.dialog') ?? document.body;
}

export function controlsShown(): readonly Shown[] {
  return [...root().querySelectorAll('.press')].flatMap((element) => {
    const box = visiblePart(element.getBoundingClientRect(), element);
    const name = `[${element.getAttribute('aria-label') ?? element.textContent ?? ''}]`;
    // What is half scrolled away isn't measured: an arrow brings it.
    return box === null || isCut(box, element) ? [] : [{ name, element, box, lines: [box] }];
  });
}

/** Every run of text for the eye. */
export function textsShown(): readonly Text[] {
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT, ({ parentElement, textContent }) =>
    textContent?.trim() === '' || (parentElement?.closest('.for-the-ear, script, style') ?? null) !== null
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

export function wordsShown(): readonly Shown[] {
  const shown: Shown[] = [];
  for (const node of textsShown()) {
    const element = node.parentElement;
    if (element === null) continue;
    const text = node.data.trim();
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = visiblePart(range.getBoundingClientRect(), element);
    const lines = [...range.getClientRects()].flatMap((line) => visiblePart(line, element) ?? []);
    if (box !== null) shown.push({ name: `“${text.slice(0, 24)}”`, element, box, lines });
  }
  return shown;
}

/** Null when the element is scrolled out of its window or hidden. */
function visiblePart(box: DOMRect, element: Element): Box | null {
  if (box.width === 0 || box.height === 0) return null;
  const pane = element.closest('.scroll-window, .dialog-text')?.getBoundingClientRect();
  if (pane === undefined) return box;
  const top = Math.max(box.top, pane.top);
  const bottom = Math.min(box.bottom, pane.bottom);
  return bottom - top < 2 ? null : { left: box.left, right: box.right, top, bottom };
}

function isCut(box: Box, element: Element): boolean {
  return box.bottom - box.top < element.getBoundingClientRect().height - 1;
}
