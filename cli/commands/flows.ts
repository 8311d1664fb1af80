/** `yeban flows …`: what can be done with the services as data before they are a release. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { flowsCheck } from './flows-check.ts';
import { flowsPaths } from './flows-paths.ts';
import { flowsPlan } from './flows-plan.ts';
import { flowsSchema } from './flows-schema.ts';

export const flows = groupCommands('flows', words('发布前检查办事流程', 'check services before they are published'), {
  check: flowsCheck,
  paths: flowsPaths,
  plan: flowsPlan,
  schema: flowsSchema,
});
