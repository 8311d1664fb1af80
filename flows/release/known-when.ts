/** What is known at a step of a service: for certain, or under conditions that the step has too. */

/** Each inner list: conditions (by their keys) under which the name is known; an empty one means always. */
type Ways = readonly (readonly string[])[];

export class KnownNames {
  readonly #ways = new Map<string, Ways>();

  /** From here on `name` is known where all of `conditions` hold. */
  add(name: string, conditions: readonly string[]): void {
    this.#ways.set(name, joined([...(this.#ways.get(name) ?? []), conditions]));
  }

  has(name: string, conditions: ReadonlySet<string>): boolean {
    return (this.#ways.get(name) ?? []).some((way) => way.every((key) => conditions.has(key)));
  }
}

/** Known when something holds and when it doesn't is known whatever it is. */
function joined(ways: Ways): Ways {
  for (const [index, way] of ways.entries())
    for (const key of way) {
      const rest = way.filter((other) => other !== key);
      const opposite = key.startsWith('!') ? key.slice(1) : `!${key}`;
      const partner = ways.findIndex(
        (other, at) =>
          at !== index &&
          other.includes(opposite) &&
          isSame(
            rest,
            other.filter((each) => each !== opposite),
          ),
      );
      if (partner >= 0) return joined([...ways.filter((_, at) => at !== index && at !== partner), rest]);
    }
  return ways;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}
