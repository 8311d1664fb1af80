/** The finding about a name that one file uses and no other defines. */
import { tell, type Told } from './findings.table.ts';
import { meantAmong } from './said.ts';
import { NAMED_THINGS, type NamedThing } from './things.table.ts';

export function noSuch(thing: NamedThing, name: string, known: Iterable<string>): Told {
  const { words, file } = NAMED_THINGS[thing];
  return tell('reference.missing', { what: words, name, file, meant: meantAmong(name, known) });
}
