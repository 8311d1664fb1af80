/** The SSP validator against everything that can go wrong on its cable; a note told as stored is a note in the box. */
import { expect, test } from 'vitest';
import { noteSubject } from '#fixtures/cash/note-subject.ts';
import { conformanceCases } from '../conformance/cases.ts';
import { optionsFrom } from '../conformance/options.ts';

test.each(conformanceCases(noteSubject('notes-ssp'), optionsFrom(process.env)))('$name', async ({ run }) => {
  expect(await run()).toEqual([]);
});
