/** Makes a catalogue that is broken in one way out of one that is whole. */

export type Sources = ReadonlyMap<string, string>;
export type Change = (sources: Sources) => Sources;

/** A broken catalogue, and what its author is told in Chinese (a part of it). */
export type Broken = readonly [change: Change, told: string];

/** `text` stands in place of what `old` matches first. Throws when it matches nothing: then nothing would be broken. */
export function put(file: string, old: string | RegExp, text: string): Change {
  return (sources) => {
    const source = sources.get(file) ?? '';
    const changed = source.replace(old, text);
    if (changed === source) throw new Error(`${file} has no ${String(old)}`);
    return new Map(sources).set(file, changed);
  };
}

export function write(file: string, text: string): Change {
  return (sources) => new Map(sources).set(file, text);
}

export function without(file: RegExp): Change {
  return (sources) => new Map([...sources].filter(([name]) => !file.test(name)));
}

/** In each file whose name matches. */
export function putInAll(file: RegExp, old: RegExp, text: string): Change {
  return (sources) =>
    new Map([...sources].map(([name, source]) => [name, file.test(name) ? source.replace(old, text) : source]));
}

export function several(...changes: readonly Change[]): Change {
  return (sources) => changes.reduce((left, change) => change(left), sources);
}
