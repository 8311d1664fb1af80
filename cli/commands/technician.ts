/** `yeban technician …`: keys and answers, the log bundle, and the panel's pages in a terminal. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { technicianAnswer } from './technician-answer.ts';
import { technicianBundle } from './technician-bundle.ts';
import { technicianKey, technicianKeys, technicianRevoke } from './technician-key.ts';
import {
  technicianAudit,
  technicianCounters,
  technicianHistory,
  technicianRenew,
  technicianSupplies,
} from './technician-look.ts';
import { technicianStatus } from './technician-status.ts';

export const technician = groupCommands(
  'technician',
  words('维护：密钥、应答码、日志包、历史', 'keys, answers, log bundle, history'),
  {
    key: technicianKey,
    keys: technicianKeys,
    revoke: technicianRevoke,
    answer: technicianAnswer,
    bundle: technicianBundle,
    status: technicianStatus,
    history: technicianHistory,
    audit: technicianAudit,
    counters: technicianCounters,
    supplies: technicianSupplies,
    renew: technicianRenew,
  },
);
