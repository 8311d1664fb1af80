/** `yeban wire …`: what passes on a device's wire as a file, and such a file in words. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { wireRecord } from './wire-record.ts';
import { wireTell } from './wire-tell.ts';

export const wire = groupCommands(
  'wire',
  words('把线路记录存成文件，或读给人看', 'record a wire, and tell a record in words'),
  {
    record: wireRecord,
    tell: wireTell,
  },
);
