/** Devices that wait until a test says how their command ends; nothing happens by itself. */
import type { CommandName, CommandOptions, DevicePort } from '#contract/devices/classes.ts';
import type { DeviceClass } from '#contract/devices/classes.ts';
import type { Completion, DeviceFault } from '#contract/devices/completion.ts';
import type { FaultCode } from '#contract/faults.table.ts';

export interface Command {
  readonly name: string;
  readonly payload: unknown;
  readonly options: CommandOptions;
  succeed(value: unknown): void;
  fault(code: FaultCode, completion?: DeviceFault['completion']): void;
}

export interface ScriptedDevice<C extends DeviceClass> {
  readonly port: DevicePort<C>;
  /** Every command ever given, oldest first. */
  readonly commands: readonly Command[];
  /** The newest command of this name that hasn't ended. Throws when there is none. */
  running(name: CommandName<C>): Command;
  isIdle(): boolean;
}

export function scriptedDevice<C extends DeviceClass>(deviceClass: C): ScriptedDevice<C> {
  const commands: Command[] = [];
  const open = new Set<Command>();
  const execute = (name: string, payload: unknown, options: CommandOptions): Promise<Completion<never>> =>
    new Promise((resolve) => {
      const end = (completion: Completion<never>): void => {
        open.delete(command);
        resolve(completion);
      };
      const command: Command = {
        name,
        payload,
        options,
        // The test answers with what the port promises; a wrong shape shows as a failing assertion.
        succeed: (value) => {
          end({ ok: true, value: value as never });
        },
        fault: (code, completion = 'hardwareError') => {
          end({ ok: false, fault: { code, completion } });
        },
      };
      options.cancelled?.addEventListener('abort', () => {
        end({ ok: false, fault: { code: 'device.canceled', completion: 'canceled' } });
      });
      commands.push(command);
      open.add(command);
    });
  return {
    port: { deviceClass, execute },
    commands,
    running: (name) => {
      const command = [...open].findLast((candidate) => candidate.name === name);
      if (command === undefined) throw new Error(`${deviceClass} isn't running ${name}`);
      return command;
    },
    isIdle: () => open.size === 0,
  };
}
