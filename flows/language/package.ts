/** 一件事 / 主题套餐: services that one event in life needs together. */
import { z } from 'zod';
import { ServiceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';

export const ServicePackage = z.strictObject({
  id: ServiceId,
  title: LocalText,
  summary: LocalText,
  services: z.array(ServiceId).min(2),
});
export type ServicePackage = Readonly<z.infer<typeof ServicePackage>>;
