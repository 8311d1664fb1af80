/** Which files a folder of flows may have, and the schema that each is written by. */
import { Catalogue } from '../language/catalogue.ts';
import { Defaults } from '../language/defaults.ts';
import { Elements } from '../language/element.ts';
import { Fees } from '../language/fee.ts';
import { Materials } from '../language/material.ts';
import { Offices } from '../language/office.ts';
import { ServicePackage } from '../language/package.ts';
import { Regions } from '../language/region.ts';
import { WrittenService } from '../language/service.ts';
import { Sources } from '../language/source.ts';
import { Station } from '../language/station.ts';
import { Synonyms } from '../language/synonyms.ts';
import { Texts } from '../language/texts.ts';
import { WorkingDays } from '../language/working-days.ts';

/** One file each, by its path without ending. */
export const FILES = {
  catalogue: Catalogue,
  defaults: Defaults,
  elements: Elements,
  fees: Fees,
  materials: Materials,
  offices: Offices,
  regions: Regions,
  sources: Sources,
  synonyms: Synonyms,
  'working-days': WorkingDays,
} as const;

/** Folders whose files are all of one kind. */
export const FOLDERS = {
  services: WrittenService,
  stations: Station,
  packages: ServicePackage,
  texts: Texts,
} as const;
