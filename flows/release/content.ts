/** The content of a release as the kiosk uses it; parsed again on the kiosk, whoever signed it. */
import type { PackageId, ServiceId, StationId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import type { Language } from '#contract/language.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Catalogue } from '../language/catalogue.ts';
import type { Elements } from '../language/element.ts';
import type { Fees } from '../language/fee.ts';
import type { Materials } from '../language/material.ts';
import type { Offices } from '../language/office.ts';
import type { ServicePackage } from '../language/package.ts';
import type { Regions } from '../language/region.ts';
import type { Service } from '../language/service.ts';
import type { Sources } from '../language/source.ts';
import type { Station } from '../language/station.ts';
import type { Synonyms } from '../language/synonyms.ts';
import type { Texts } from '../language/texts.ts';
import type { WorkingDays } from '../language/working-days.ts';
import { assemble } from './assemble.ts';
import { type Finding, findingOf } from './finding.ts';
import { placeInWords } from './place-in-words.ts';

export interface Content {
  readonly catalogue: Catalogue;
  readonly elements: Elements;
  readonly fees: Fees;
  readonly materials: Materials;
  readonly offices: Offices;
  readonly regions: Regions;
  readonly sources: Sources;
  readonly synonyms: Synonyms;
  readonly workingDays: WorkingDays;
  readonly services: ReadonlyMap<ServiceId, Service>;
  readonly packages: ReadonlyMap<PackageId, ServicePackage>;
  readonly stations: ReadonlyMap<StationId, Station>;
  readonly texts: Readonly<Record<Language, Texts>>;
}

/** `files` by path inside the release, for example `services/senior-card.json`; every finding at once. */
export function parseContent(files: ReadonlyMap<string, Json>): Result<Content, Finding[]> {
  const stems = new Map<string, Json>();
  for (const [path, value] of files) {
    // Settings are the hall's (sealing key), not content; whoever loads the release reads them.
    if (path !== 'settings.json') stems.set(path.replace(/\.json$/, ''), value);
  }
  const { content, problems } = assemble(stems);
  if (content !== null) return ok(content);
  return fail(
    problems.map((problem) =>
      findingOf(problem, {
        service: serviceOf(problem.file),
        file: `${problem.file}.json`,
        line: null,
        where: placeInWords(problem.file, problem.path, stems.get(problem.file)),
      }),
    ),
  );
}

/** The service a file is about; null for files that several share. */
export function serviceOf(stem: string): string | null {
  return stem.startsWith('services/') ? stem.slice('services/'.length) : null;
}
