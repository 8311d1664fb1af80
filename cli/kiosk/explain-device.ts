/** A device's refusal in words: what happened, what the device itself said, and what the technician does. */
import { FAULTS, type FaultEntry } from '#contract/faults.table.ts';
import type { LocalText } from '#contract/language.ts';
import { words } from '../reader-language.ts';

export interface DeviceWords {
  readonly message: LocalText;
  readonly hint: LocalText;
}

export function explainDevice({ code, detail }: { code: string; detail: string }): DeviceWords {
  const known = (FAULTS as Readonly<Record<string, FaultEntry>>)[code];
  if (known === undefined)
    return { message: words(`${code}：${detail}`, `${code}: ${detail}`), hint: words('无', '-') };
  const { citizen, technician } = known;
  const said = detail === '' ? citizen : words(`${citizen['zh-CN']}（${detail}）`, `${citizen.en} (${detail})`);
  return { message: said, hint: technician };
}
