/** `yeban kiosk`: runs the kiosk of one config file until it is stopped. */
import { makeCommand } from '../command.ts';
import { readerLanguage, words } from '../reader-language.ts';

const options = {
  config: {
    type: 'string',
    required: true,
    valueHint: 'kiosk.yaml',
    description: 'what this kiosk is made of',
    zh: '自助机的配置',
  },
  'keys-on-disk': {
    type: 'boolean',
    description: 'for development only: session keys may lie on a disk, where they outlive a power cut',
    zh: '仅供开发：允许会话密钥写在磁盘上，断电后仍可能被找到',
  },
} as const;

export const kiosk = makeCommand(
  'kiosk',
  words('在真实设备上运行自助机', 'run the kiosk on real devices'),
  options,
  async (args) => {
    // Loaded here, so that the other commands do not wait for it.
    const { runKiosk } = await import('#electron/main/main.ts');
    await runKiosk(args.config, {
      keysOnDisk: args['keys-on-disk'] === true,
      language: readerLanguage(process.env),
      doctor: async () => (await import('../doctor/doctor-report.ts')).doctorReport(args.config),
    });
    return null;
  },
);
