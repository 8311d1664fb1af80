/** What it means for the person at the terminal that a running kiosk could not be asked. */
import type { ControlFault } from '#electron/control/call-control.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

/** Not for `absent`: then the command does its work itself. */
export function explainControl(fault: ControlFault, say: Say): CliFault {
  switch (fault.kind) {
    case 'refused':
      return {
        code: fault.code,
        message: fault.message,
        hint: say(words('运行中的自助机拒绝了这个请求。', 'The running kiosk refused this.')),
        exitCode: 1,
      };
    case 'forbidden':
      return {
        code: 'control.forbidden',
        message: say(
          words('当前用户无权与这台自助机通信。', 'This user may not talk to the kiosk that runs on this store.'),
        ),
        hint: say(
          words(
            '请用自助机自己的用户（sudo -u yeban …）或 root 运行。',
            'Run it as the kiosk’s own user (sudo -u yeban …) or as root.',
          ),
        ),
        exitCode: 1,
      };
    case 'absent':
    case 'silent':
    case 'broken':
      return {
        code: `control.${fault.kind}`,
        message: say(words('自助机在运行，但没有正常回答。', 'A kiosk runs here, but it did not answer as it should.')),
        hint: say(
          words(
            '稍后再试；若一直如此，请重启自助机（systemctl restart yeban）。',
            'Try again in a moment; if it stays so, restart the kiosk (systemctl restart yeban).',
          ),
        ),
        exitCode: 1,
      };
  }
}
