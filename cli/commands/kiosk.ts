/** `yeban kiosk`: runs the kiosk of one config file until it is stopped. */
import { makeCommand } from '../command.ts';

const options = {
  config: { type: 'string', required: true, valueHint: 'kiosk.yaml', description: 'what this kiosk is made of' },
} as const;

export const kiosk = makeCommand('kiosk', 'run the kiosk on real devices', options, async ({ config }) => {
  // Loaded here, so that the other commands do not wait for it.
  const { runKiosk } = await import('#electron/main/main.ts');
  await runKiosk(config);
  return null;
});
