/** An address to which personal data may travel: encrypted, or to this machine only. */
import { z } from 'zod';

export const SafeAddress = z
  .url({ protocol: /^https?$/ })
  .refine((text) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/|$)/.test(text), {
    error: 'must start with https:// (plain http:// only to this machine)',
  });
