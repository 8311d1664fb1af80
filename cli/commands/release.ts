/** `yeban release …`: from checked services to a signed release at the hub, and back. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { releaseBuild } from './release-build.ts';
import { releaseKey } from './release-key.ts';
import { releasePublish } from './release-publish.ts';
import { releaseRollback } from './release-rollback.ts';
import { releaseSign } from './release-sign.ts';
import { releaseVerify } from './release-verify.ts';

export const release = groupCommands(
  'release',
  words('生成、签名、核验、发布、恢复', 'make, sign, verify, publish, roll back'),
  {
    key: releaseKey,
    build: releaseBuild,
    sign: releaseSign,
    verify: releaseVerify,
    publish: releasePublish,
    rollback: releaseRollback,
  },
);
