/** What a model can do, by MODELS, and its subject doesn't try. */
import { DeviceClass } from '#contract/devices/classes.ts';
import { modelEntry } from '#contract/devices/models.ts';
import type { Subject } from './subject.ts';

/** Throws for a model that nobody knows. */
export function missingCommands({
  model,
  commands,
}: {
  readonly model: string;
  readonly commands: readonly Pick<Subject['commands'][number], 'command'>[];
}): readonly string[] {
  const entry = DeviceClass.options.map((deviceClass) => modelEntry(deviceClass, model)).find((each) => each);
  if (!entry) throw new Error(`there is no model ${model}`);
  const tried = new Set(commands.map(({ command }) => command));
  return entry.commands.filter((command) => !tried.has(command));
}
