/** All files of a release put together: each against its schema, then all against each other; every problem at once. */
import type { z } from 'zod';
import type { Json } from '#contract/json.ts';
import { LANGUAGES, type Language } from '#contract/language.ts';
import { Catalogue } from '../language/catalogue.ts';
import { Elements } from '../language/element.ts';
import { Materials } from '../language/material.ts';
import { ServicePackage } from '../language/package.ts';
import { makeRules } from '../language/rules.ts';
import { Service } from '../language/service.ts';
import { Station } from '../language/station.ts';
import { Texts } from '../language/texts.ts';
import { checkCarts } from './check-carts.ts';
import { checkRecipes } from './check-recipes.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkStations } from './check-stations.ts';
import { checkSteps } from './check-steps.ts';
import { checkTexts } from './check-texts.ts';
import type { Content } from './content.ts';
import type { Problem } from './finding.ts';
import { parseFile } from './parse-file.ts';

const FOLDERS = ['services', 'stations', 'packages'] as const;
const FILES = ['catalogue', 'elements', 'materials'] as const;

export interface Assembled {
  /** Null when there is any problem. */
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

/** `files` by path without ending, for example `services/senior-card`. */
export function assemble(files: ReadonlyMap<string, Json>): Assembled {
  const problems: Problem[] = [];
  const one = <T>(file: string, schema: z.ZodType<T>): T | null => {
    const parsed = parseFile(file, schema, files.get(file));
    problems.push(...parsed.problems);
    return parsed.value;
  };
  /** Every file of a folder whose content carries its own name as `id`. */
  const folder = <T extends { readonly id: string }>(name: string, schema: z.ZodType<T>): Map<T['id'], T> => {
    const found = new Map<T['id'], T>();
    for (const file of files.keys()) {
      if (!file.startsWith(`${name}/`)) continue;
      const value = one(file, schema);
      if (value === null) continue;
      found.set(value.id, value);
      if (file !== `${name}/${value.id}`)
        problems.push({
          rule: 'file.name',
          file,
          path: ['id'],
          message: `the id "${value.id}" is not the file's name`,
          suggestion: `rename the file to ${value.id}, or change the id`,
        });
    }
    return found;
  };

  for (const file of files.keys()) {
    const known =
      (FILES as readonly string[]).includes(file) ||
      LANGUAGES.some((language) => file === `texts/${language}`) ||
      FOLDERS.some((name) => file.startsWith(`${name}/`) && file.split('/').length === 2);
    if (!known)
      problems.push({
        rule: 'file.unknown',
        file,
        path: [],
        message: `a release has no file ${file}`,
        suggestion: 'move or remove the file',
      });
  }

  for (const [file, value] of files) problems.push(...checkTexts(file, value));

  const texts = new Map<Language, Texts>();
  for (const language of LANGUAGES) {
    const found = one(`texts/${language}`, Texts);
    if (found !== null) texts.set(language, found);
  }
  const [chinese, english] = [texts.get('zh-CN'), texts.get('en')];
  const catalogue = one('catalogue', Catalogue);
  const elements = one('elements', Elements);
  const materials = one('materials', Materials);
  const services = folder('services', Service);
  const stations = folder('stations', Station);
  const packages = folder('packages', ServicePackage);
  const names = {
    services: namesIn(files, 'services'),
    topics: catalogue === null ? null : new Set(catalogue.topics.map((topic) => topic.id)),
    elements: elements === null ? null : new Set(Object.keys(elements)),
    materials: materials === null ? null : new Set(Object.keys(materials)),
    capturable: materials === null ? null : capturableOf(materials),
  };
  problems.push(...checkReferences({ services, stations, packages }, names));
  if (materials !== null) problems.push(...checkRecipes(materials, elements));
  problems.push(...checkStations(stations, services));
  for (const service of services.values()) problems.push(...checkSteps(service));
  if (elements !== null) {
    const rules = makeRules(elements);
    const found = checkRules(rules, elements, services);
    problems.push(...found);
    // A circle inside one service has been reported by then as a rule that comes too early.
    if (found.length === 0) problems.push(...checkCarts(rules, elements, services));
  }

  const whole =
    catalogue && elements && materials && chinese && english && problems.length === 0
      ? { catalogue, elements, materials, services, packages, stations, texts: { 'zh-CN': chinese, en: english } }
      : null;
  return { content: whole, problems };
}

/** Names by file, so that a file with another mistake isn't also reported as missing. */
function namesIn(files: ReadonlyMap<string, Json>, folder: string): ReadonlySet<string> {
  const names = [...files.keys()].filter((file) => file.startsWith(`${folder}/`));
  return new Set(names.map((file) => file.slice(folder.length + 1)));
}

function capturableOf(materials: Materials): ReadonlySet<string> {
  return new Set(Object.entries(materials).flatMap(([id, { capture }]) => (capture === undefined ? [] : [id])));
}
