/** All files of a release put together: each against its schema, then all against each other; every problem at once. */
import type { z } from 'zod';
import type { ServiceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import { LANGUAGES, type Language } from '#contract/language.ts';
import { tell } from '../findings/findings.table.ts';
import { flatten } from '../language/flatten.ts';
import type { Service } from '../language/service.ts';
import type { Texts } from '../language/texts.ts';
import { checkAll } from './check-all.ts';
import { checkSpoken } from './check-spoken.ts';
import { checkTexts } from './check-texts.ts';
import type { Content } from './content.ts';
import { FILES, FOLDERS } from './file-kinds.table.ts';
import type { Problem } from './finding.ts';
import { parseFile, problemOf } from './parse-file.ts';

const NAMED_BY_ID = ['services', 'stations', 'packages'] as const;

/** What could be read: null where a file is missing or has a mistake of its own. */
export type Parts = {
  readonly [F in keyof typeof FILES]: z.infer<(typeof FILES)[F]> | null;
} & {
  readonly services: ReadonlyMap<ServiceId, Service>;
  readonly stations: Content['stations'];
  readonly packages: Content['packages'];
  /** Of every service file there is, whether it could be read or not. */
  readonly named: ReadonlySet<string>;
  /** The same of packages. */
  readonly namedPackages: ReadonlySet<string>;
  /** Whether any station file is there, whether it could be read or not. */
  readonly hasStation: boolean;
};

type Written = ReadonlyMap<string, readonly (readonly PropertyKey[])[]>;

export interface Assembled {
  /** Null when there is any problem. */
  readonly content: Content | null;
  readonly problems: readonly Problem[];
  /** By file: where each flat step of a service is written. */
  readonly written: Written;
}

/** `files` by path without ending, for example `services/senior-card`; `unread`: those that could not be read. */
export function assemble(files: ReadonlyMap<string, Json>, unread: readonly string[] = []): Assembled {
  const problems: Problem[] = [...files.keys()].flatMap(strayFile);
  for (const [file, value] of files) problems.push(...checkTexts(file, value), ...checkSpoken(file, value));

  const one = <T>(file: string, schema: z.ZodType<T>): T | null => {
    const parsed = parseFile(file, schema, files.get(file));
    problems.push(...parsed.problems);
    return parsed.value;
  };
  /** Every file of a folder, by the name that its content carries as `id`. */
  const folder = <T extends { readonly id: string }>(
    name: (typeof NAMED_BY_ID)[number],
    schema: z.ZodType<T>,
  ): Map<T['id'], T> => {
    const found = new Map<T['id'], T>();
    for (const file of files.keys()) {
      if (!file.startsWith(`${name}/`)) continue;
      const value = one(file, schema);
      if (value === null) continue;
      found.set(value.id, value);
      if (file !== `${name}/${value.id}`) problems.push(misnamed(file, value.id));
    }
    return found;
  };

  const texts = new Map<Language, Texts>();
  for (const language of LANGUAGES) {
    const found = one(`texts/${language}`, FOLDERS.texts);
    if (found !== null) texts.set(language, found);
  }
  const single = Object.fromEntries(
    Object.entries(FILES).map(([file, schema]) => [file, one(file, schema as z.ZodType)]),
  ) as Pick<Parts, keyof typeof FILES>;

  const services = new Map<ServiceId, Service>();
  const written = new Map<string, readonly (readonly PropertyKey[])[]>();
  for (const [id, source] of folder('services', FOLDERS.services)) {
    if (single.defaults === null) break;
    const { service, paths, issues } = flatten(source, single.defaults);
    const file = `services/${id}`;
    problems.push(...issues.flatMap((issue) => problemOf(file, issue, files.get(file))));
    if (service === null) continue;
    services.set(id, service);
    written.set(file, paths);
  }
  const there = [...files.keys(), ...unread];
  const named = new Set(there.flatMap((file) => /^services\/(.*)$/.exec(file)?.[1] ?? []));
  const namedPackages = new Set(there.flatMap((file) => /^packages\/(.*)$/.exec(file)?.[1] ?? []));
  const hasStation = there.some((file) => file.startsWith('stations/'));
  const stations = folder('stations', FOLDERS.stations);
  const packages = folder('packages', FOLDERS.packages);
  const parts: Parts = { ...single, services, stations, packages, named, namedPackages, hasStation };
  problems.push(...checkAll(parts, files).map((problem) => asWritten(problem, written)));
  return { content: problems.length > 0 ? null : wholeOf(parts, texts), problems, written };
}

function wholeOf(parts: Parts, texts: ReadonlyMap<Language, Texts>): Content | null {
  const { catalogue, defaults, elements, fees, materials, offices, regions, sources, synonyms } = parts;
  const workingDays = parts['working-days'];
  const [chinese, english] = [texts.get('zh-CN'), texts.get('en')];
  if (!catalogue || !defaults || !elements || !fees || !materials || !offices || !regions || !sources) return null;
  if (!synonyms || !workingDays || !chinese || !english) return null;
  const { services, packages, stations } = parts;
  const shared = { catalogue, elements, fees, materials, offices, regions, sources, synonyms, workingDays };
  return { ...shared, services, packages, stations, texts: { 'zh-CN': chinese, en: english } };
}

/** Checks speak of flat steps by their number; authors look for the place where they wrote them. */
export function asWritten(problem: Problem, written: Written): Problem {
  const [steps, index, ...rest] = problem.path;
  const place = steps === 'steps' && typeof index === 'number' ? written.get(problem.file)?.[index] : undefined;
  return place === undefined ? problem : { ...problem, path: [...place, ...rest] };
}

function strayFile(file: string): Problem[] {
  const known =
    Object.hasOwn(FILES, file) ||
    LANGUAGES.some((language) => file === `texts/${language}`) ||
    NAMED_BY_ID.some((name) => file.startsWith(`${name}/`) && file.split('/').length === 2);
  if (known) return [];
  return [{ ...tell('file.unknown', { file: `${file}.yaml` }), file, path: [] }];
}

function misnamed(file: string, id: string): Problem {
  return { ...tell('file.name', { id }), file, path: ['id'] };
}
