/** A condition taken apart at its outermost `&&`: what must hold before the next part is asked at all. */

/** In the order in which they are asked, without parentheses around them. */
export function conjunctsOf(condition: string): readonly string[] {
  const bare = withoutParentheses(condition.trim());
  const parts = splitAtAnd(bare);
  return parts.length === 1 ? [bare] : parts.flatMap(conjunctsOf);
}

function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || closing(text) !== text.length - 1) return text;
  return withoutParentheses(text.slice(1, -1).trim());
}

/** Where the parenthesis that `text` begins with is closed. */
function closing(text: string): number {
  return outside(text).findIndex(({ depth, character }) => depth === 0 && character === ')');
}

function splitAtAnd(text: string): readonly string[] {
  const places = outside(text);
  if (places.some(({ depth, character }, at) => depth === 0 && (character === '?' || isPair(places, at, '|'))))
    return [text];
  const cuts = places.flatMap(({ depth }, at) => (depth === 0 && isPair(places, at, '&') ? [at] : []));
  const starts = [0, ...cuts.map((cut) => cut + 2)];
  return starts.map((start, index) => text.slice(start, cuts[index]).trim());
}

interface Place {
  /** Null inside a quoted text. */
  readonly character: string | null;
  /** How many parentheses or brackets are open, the closing one no longer counted. */
  readonly depth: number;
}

/** One place for each UTF-16 unit, so that its index is an index into the text. */
function outside(text: string): readonly Place[] {
  let depth = 0;
  let quote: string | null = null;
  let escaped = false;
  return text.split('').map((character) => {
    if (quote !== null) {
      if (!escaped && character === quote) quote = null;
      escaped = !escaped && character === '\\';
      return { character: null, depth };
    }
    if (character === '"' || character === "'") {
      quote = character;
      return { character: null, depth };
    }
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    return { character, depth };
  });
}

function isPair(places: readonly Place[], at: number, character: string): boolean {
  return places[at]?.character === character && places[at + 1]?.character === character;
}
