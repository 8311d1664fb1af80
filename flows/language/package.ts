/** 一件事 / 主题套餐: services that one event in life needs together. */
import { z } from 'zod';
import { PackageId, ServiceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';

export const ServicePackage = z.strictObject({
  id: PackageId,
  title: LocalText,
  summary: LocalText,
  services: z.array(ServiceId).min(2).max(20),
});
export type ServicePackage = Readonly<z.infer<typeof ServicePackage>>;
