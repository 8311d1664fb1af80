/** What a manager's tool says to the hub about releases; every no comes back by the hub's own name for it. */
import { z } from 'zod';
import { HubFault } from '#contract/hub-api.ts';
import { ReleaseList, ReleaseOffer, type PublishRelease } from '#contract/hub-releases.ts';
import { reading } from '#contract/message.ts';
import type { TargetsMetadata } from '#contract/release.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readLimited } from '#electron/sync/read-limited.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

export interface HubDesk {
  putTarget(sha256: string, bytes: Buffer): Promise<Result<unknown, CliFault>>;
  publish(release: PublishRelease): Promise<Result<ReleaseList, CliFault>>;
  list(): Promise<Result<ReleaseList, CliFault>>;
  /** The signed metadata of one version that was published. */
  metadata(version: number): Promise<Result<TargetsMetadata, CliFault>>;
}

const PATIENCE_MS = 60_000;
/** One release's metadata, or the list of some thousand releases. */
const ANSWER_LIMIT_BYTES = 4 * 1024 * 1024;

/** Asks nothing yet. Fails when `address` is no address of a hub. */
export function openHubDesk(address: string, say: Say): Result<HubDesk, CliFault> {
  if (!z.url({ protocol: /^https?$/ }).safeParse(address).success) {
    const hint = say(words('例如 https://hub.hall.invalid', 'For example https://hub.hall.invalid'));
    return fail({ code: 'usage', message: `--hub ${address}`, hint, exitCode: 2 });
  }
  const ask = async <T>(where: string, init: RequestInit, schema: z.ZodType<T>): Promise<Result<T, CliFault>> => {
    try {
      const response = await fetch(new URL(where, address), {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await readLimited(response, ANSWER_LIMIT_BYTES);
      if (text === null) throw new Error('an answer without end');
      if (response.ok) return ok(reading(schema).parse(text === '' ? null : JSON.parse(text)));
      const { code, message, hint = '' } = reading(HubFault).parse(JSON.parse(text)).fault;
      return fail({ code, message: `${code.replace(/^release\./, '')}: ${message}`, hint, exitCode: 1 });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = say(words(`汇聚平台没有正确回答：${reason}`, `The hub gave no proper answer: ${reason}`));
      const hint = say(words('请检查地址和网络后重试。', 'Check the address and the line, then try again.'));
      return fail({ code: 'hub.noAnswer', message, hint, exitCode: 1 });
    }
  };
  const json = { 'content-type': 'application/json' };
  return ok({
    putTarget: (sha256, bytes) => {
      const headers = { 'content-type': 'application/octet-stream' };
      return ask(`/v1/targets/${sha256}`, { method: 'PUT', headers, body: new Uint8Array(bytes) }, z.null());
    },
    publish: (release) =>
      ask('/v1/releases', { method: 'POST', headers: json, body: JSON.stringify(release) }, ReleaseList),
    list: () => ask('/v1/releases', {}, ReleaseList),
    metadata: async (version) => {
      const offer = await ask(`/v1/releases/${version}`, {}, ReleaseOffer);
      if (!offer.ok) return offer;
      if (offer.value.metadata !== null) return ok(offer.value.metadata);
      return fail({ code: 'release.notFound', message: `notFound: ${version}`, hint: '', exitCode: 1 });
    },
  });
}
