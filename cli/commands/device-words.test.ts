/** What a device answered, in words: no raw word of a protocol or schema, in either language. */
import { expect, test } from 'vitest';
import type { Say } from '../reader-language.ts';
import { deviceText } from './device-words.ts';

const chinese: Say = (text) => text['zh-CN'];
const english: Say = (text) => text.en;

test('a status', () => {
  const status = {
    state: 'starting',
    values: { module: { value: 'ok' }, escrow: { value: 'empty' }, service: { value: 'in' } },
  };
  expect(deviceText(status, chinese)).toBe('状态: 启动中\n读卡模块: 正常\n暂存位: 空\n使用状态: 使用中');
  expect(deviceText(status, english)).toBe('state: starting\nreading module: ok\nescrow: empty\nservice: in service');
});

test('a card and a receipt', () => {
  expect(deviceText({ name: '林晓', sex: 'female', validTo: null }, chinese)).toBe(
    '姓名: 林晓\n性别: 女\n有效期至: 长期',
  );
  expect(deviceText({ outcome: 'printed', paper: 'nearEnd' }, chinese)).toBe('打印结果: 已打印\n纸张: 将尽');
});
