/** `yeban technician answer`: what the key holder reads out to a technician who stands before a locked panel. */
import { readFile } from 'node:fs/promises';
import { parseJson } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { readChallenge } from '#electron/technician/challenge-text.ts';
import { answerFor } from '#electron/technician/check-answers.ts';
import { TechnicianKey } from '#electron/technician/technician-keys.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

export const technicianAnswer = makeCommand(
  'technician answer',
  words('给出挑战码的应答码（电话值班用）', 'the answer to a challenge, for the telephone duty'),
  {
    challenge: {
      type: 'positional',
      required: true,
      description: 'the ten digits on the screen',
      zh: '屏幕上的十位数字',
    },
    key: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'the key of that kiosk',
      zh: '那台自助机的密钥文件',
    },
  },
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const challenge = readChallenge([args.challenge, ...args._.slice(1)].join(''));
    if (challenge === null)
      return fail({
        code: 'challenge.misheard',
        message: say(
          words(
            '挑战码不对：有一位听错、漏了或写反了。',
            'This is no challenge: a digit is wrong, missing or swapped.',
          ),
        ),
        hint: say(words('请对方把十位数字再读一遍。', 'Have the ten digits read out again.')),
        exitCode: 2,
      });
    const text = await readFile(args.key, 'utf8').catch(() => '');
    const key = TechnicianKey.safeParse(parseJson(text)).data;
    if (key === undefined)
      return fail({
        code: 'key.notRead',
        message: say(
          words(
            `${args.key} 不是维护密钥文件，或无权读取。`,
            `${args.key} is no technician’s key, or may not be read.`,
          ),
        ),
        hint: 'yeban technician key',
        exitCode: 2,
      });
    const answer = answerFor(key, challenge);
    const half = answer.length / 2;
    const spoken = `${answer.slice(0, half)} ${answer.slice(half)}`;
    const { station, name, role } = key;
    return ok({
      result: { station, name, role, answer },
      text: [say(words(`${station} · ${name}（${role}）`, `${station} · ${name} (${role})`)), spoken].join('\n'),
      exitCode: 0,
    });
  },
);
