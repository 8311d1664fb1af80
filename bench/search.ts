/** `yeban bench search`: how well services are found by how people talk, and how quickly among a thousand. */
import type { RunBench } from '#contract/bench-report.ts';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import { contentFrom } from '#flows/testing/catalog.ts';
import { describeMachine } from './machine.ts';
import { QUERY_SETS } from './search/read-queries.ts';
import { measureFinding } from './search/measure-finding.ts';
import { measureSpeed } from './search/measure-speed.ts';
import { thousandServices } from './search/thousand-services.ts';

export const parts = ['finding', 'speed'];

export const run: RunBench = async ({ say, only }) => {
  const content = contentFrom(await readSources(CATALOG_FOLDER));
  const finding = only === 'speed' ? [] : QUERY_SETS;
  return {
    name: 'search',
    machine: describeMachine(),
    rows: [
      ...finding.flatMap((set) => measureFinding(content, set, say)),
      ...(only === 'finding' ? [] : measureSpeed(thousandServices(content), say)),
    ],
  };
};
