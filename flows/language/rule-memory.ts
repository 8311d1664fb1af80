/** Makes a rule forget: the engine keeps, inside a list rule, the last row it looked at and all that was known then (law 3). */

interface Loop {
  iterValue: unknown;
  accuValue: unknown;
  /** Takes the place of what was known when it was last asked. */
  reuse(known: null): unknown;
}

/** Every loop inside a checked expression. Throws when the engine keeps them elsewhere: then forgetting would be a wish. */
export function loopsIn(expression: unknown): readonly Loop[] {
  if (Array.isArray(expression)) return expression.flatMap(loopsIn);
  if (typeof expression !== 'object' || expression === null || !('op' in expression) || !('args' in expression))
    return [];
  const meaning = 'meta' in expression ? expression.meta : null;
  if (typeof meaning !== 'object' || meaning === null || !('alternate' in meaning)) return loopsIn(expression.args);
  return [loopOf(meaning.alternate), ...loopsIn(expression.args)];
}

function loopOf(comprehension: unknown): Loop {
  if (typeof comprehension === 'object' && comprehension !== null && 'args' in comprehension) {
    const { args } = comprehension;
    if (typeof args === 'object' && args !== null && 'iterCtx' in args && isLoop(args.iterCtx)) return args.iterCtx;
  }
  throw new Error('the engine for rules keeps its loops elsewhere than it did');
}

function isLoop(value: unknown): value is Loop {
  return (
    typeof value === 'object' && value !== null && 'reuse' in value && 'iterValue' in value && 'accuValue' in value
  );
}

export function forgetLoop(loop: Loop): void {
  loop.reuse(null);
  loop.iterValue = undefined;
  loop.accuValue = undefined;
}
