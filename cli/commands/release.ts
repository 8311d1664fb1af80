/** `yeban release …`: from checked services to a signed release, as kiosks take it. */
import { groupCommands } from '../command-group.ts';
import { words } from '../reader-language.ts';
import { releaseBuild } from './release-build.ts';
import { releaseKey } from './release-key.ts';
import { releaseSign } from './release-sign.ts';
import { releaseVerify } from './release-verify.ts';

export const release = groupCommands('release', words('生成、签名、核验发布包', 'make, sign and verify releases'), {
  key: releaseKey,
  build: releaseBuild,
  sign: releaseSign,
  verify: releaseVerify,
});
