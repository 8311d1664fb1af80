/** What a process notes down: event names, ids and counts; never a name, number or answer of a citizen. */
export type Log = (event: string, detail?: Readonly<Record<string, string | number | boolean>>) => void;
