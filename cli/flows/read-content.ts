/** A folder of flows as the kiosk would use it, and one service of it; or what keeps it from being used. */
import type { ServiceId } from '#contract/ids.ts';
import { ok, fail, type Result } from '#contract/result.ts';
import type { Service } from '#flows/language/service.ts';
import { parseContent, type Content } from '#flows/release/content.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import { checkFolder } from './check-folder.ts';

export async function readContent(folder: string, say: Say): Promise<Result<Content, CliFault>> {
  const checked = await checkFolder(folder, say);
  if (!checked.ok) return checked;
  const parsed = checked.value.files === null ? null : parseContent(checked.value.files);
  if (parsed?.ok === true) return ok(parsed.value);
  return fail({
    code: 'flows.unfit',
    message: say(words(`${folder} 里的办事流程还有错误。`, `There are mistakes in the flows of ${folder}.`)),
    hint: say(words(`请先运行：yeban flows check ${folder}`, `First see: yeban flows check ${folder}`)),
    exitCode: 1,
  });
}

/** The services with these ids, each once; a name that is none is told with those that are. */
export function servicesNamed(
  content: Content,
  names: readonly string[],
  say: Say,
): Result<readonly Service[], CliFault> {
  const services: Service[] = [];
  for (const name of new Set(names)) {
    const service = content.services.get(name as ServiceId);
    if (service?.offered === true) {
      services.push(service);
      continue;
    }
    const known = [...content.services.values()].filter(({ offered }) => offered).map(({ id }) => id);
    return fail({
      code: 'flows.noService',
      message: say(words(`没有可办的服务“${name}”。`, `No service called "${name}" is offered.`)),
      hint: say(words(`可办的有：${known.join('、')}`, `Offered: ${known.join(', ')}`)),
      exitCode: 2,
    });
  }
  return ok(services);
}
