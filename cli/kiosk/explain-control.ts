/** What it means for the person at the terminal that a running kiosk could not be asked. */
import type { LocalText } from '#contract/language.ts';
import type { ControlFault } from '#electron/control/call-control.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';

/** Not for `absent`: then the command does its work itself. */
export function explainControl(fault: ControlFault, say: Say): CliFault {
  const { message, hint } = controlWords(fault);
  const code = fault.kind === 'refused' ? fault.code : `control.${fault.kind}`;
  return { code, message: say(message), hint: say(hint), exitCode: 1 };
}

export function controlWords(fault: ControlFault): { readonly message: LocalText; readonly hint: LocalText } {
  switch (fault.kind) {
    case 'refused':
      return {
        message: words(`${fault.code}：${fault.message}`, `${fault.code}: ${fault.message}`),
        hint: words('运行中的自助机拒绝了这个请求。', 'The running kiosk refused this.'),
      };
    case 'forbidden':
      return {
        message: words(
          '当前用户无权与这台自助机通信。',
          'This user may not talk to the kiosk that runs on this store.',
        ),
        hint: words(
          '请用自助机自己的用户（sudo -u kiosk …）或 root 运行。',
          'Run it as the kiosk’s own user (sudo -u kiosk …) or as root.',
        ),
      };
    case 'absent':
    case 'silent':
    case 'broken':
      return {
        message: words('自助机在运行，但没有正常回答。', 'A kiosk runs here, but it did not answer as it should.'),
        hint: words(
          '稍后再试；若一直如此，请重启自助机（systemctl restart yeban-kiosk）。',
          'Try again in a moment; if it stays so, restart the kiosk (systemctl restart yeban-kiosk).',
        ),
      };
  }
}
