/** `yeban devices …`: what is done with all devices of a cabinet at once. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { devicesDetect } from './devices-detect.ts';

export const devices = groupCommands('devices', words('查找本机的设备', 'find the devices of this machine'), {
  detect: devicesDetect,
});
