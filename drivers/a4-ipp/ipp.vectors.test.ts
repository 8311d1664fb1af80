/** IPP bytes as RFC 8010, appendix A, prints them, and what is broken is no message. */
import { expect, test } from 'vitest';
import { hex, toHex } from '../conformance/bytes.ts';
import { operationOf, packRequest, readResponse, valuesOf } from './codec.ts';

const text = (ascii: string): string => toHex(new TextEncoder().encode(ascii));
const attribute = (tag: string, name: string, value: string): string => {
  const size = (bytes: number): string => bytes.toString(16).padStart(4, '0');
  return `${tag} ${size(name.length)} ${text(name)} ${size(hex(value).length)} ${value}`;
};
const CHARSET = attribute('47', 'attributes-charset', text('utf-8'));
const LANGUAGE = attribute('48', 'attributes-natural-language', text('en-us'));

test('A.7: a Get-Jobs request', () => {
  const packed = packRequest({
    operation: 'jobs',
    id: 123,
    groups: [
      {
        group: 'operation',
        attributes: [
          ['charset', 'attributes-charset', 'utf-8'],
          ['language', 'attributes-natural-language', 'en-us'],
          ['uri', 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'],
          ['integer', 'limit', 50],
          ['keyword', 'requested-attributes', ['job-id', 'job-name', 'document-format']],
        ],
      },
    ],
  });
  // The RFC's example says 1.1 in its header.
  const asPrinted = [
    ...['02 00', '00 0A', '00 00 00 7B', '01', CHARSET, LANGUAGE],
    attribute('45', 'printer-uri', text('ipp://printer.example.com/ipp/print/pinetree')),
    attribute('21', 'limit', '00 00 00 32'),
    attribute('44', 'requested-attributes', text('job-id')),
    ...[attribute('44', '', text('job-name')), attribute('44', '', text('document-format')), '03'],
  ].join(' ');
  expect(toHex(packed)).toBe(toHex(hex(asPrinted)));
  expect(operationOf(packed)).toBe('jobs');
});

test('A.2: a Print-Job response, successful', () => {
  const printed = [
    ...['02 00', '00 00', '00 00 00 01', '01', CHARSET, LANGUAGE],
    ...[attribute('41', 'status-message', text('successful-ok')), '02'],
    attribute('21', 'job-id', '00 00 00 93'),
    attribute('45', 'job-uri', text('ipp://printer.example.com/ipp/print/pinetree/147')),
    ...[attribute('23', 'job-state', '00 00 00 03'), '03'],
  ].join(' ');
  const response = readResponse(hex(printed));
  expect(response).toMatchObject({ status: 0, id: 1 });
  expect(response && Object.fromEntries(valuesOf(response, 'job'))).toEqual({
    'job-id': [147],
    'job-uri': ['ipp://printer.example.com/ipp/print/pinetree/147'],
    'job-state': [3],
  });
});

test('no value is an empty list, a collection is skipped whole, octets are text', () => {
  const printer = [
    ...['02 00', '00 00', '00 00 00 02', '04'],
    attribute('13', 'time-at-processing', ''),
    attribute('34', 'media-col-ready', ''),
    ...[attribute('4A', '', text('media-size')), attribute('34', '', '')],
    ...[attribute('4A', '', text('x-dimension')), attribute('21', '', '00 00 52 08'), attribute('37', '', '')],
    attribute('37', '', ''),
    ...[attribute('30', 'printer-supply', text('type=toner;level=62;')), attribute('22', 'yes', '01'), '03'],
  ].join(' ');
  const response = readResponse(hex(printer));
  expect(response && Object.fromEntries(valuesOf(response, 'printer'))).toEqual({
    'time-at-processing': [],
    'media-col-ready': [],
    'printer-supply': ['type=toner;level=62;'],
    yes: [true],
  });
});

test('every beginning of a message, without its end, is none', () => {
  const whole = hex(['02 00 00 00 00 00 00 01 02', attribute('21', 'job-id', '00 00 00 93'), '03'].join(' '));
  expect(readResponse(whole)).not.toBeNull();
  for (let length = 0; length < whole.length; length += 1) expect(readResponse(whole.subarray(0, length))).toBeNull();
});

test.each([
  ['HTML', text('<!DOCTYPE html><html></html>')],
  ['an integer of three bytes', `02 00 00 00 00 00 00 01 02 ${attribute('21', 'job-id', '00 00 93')} 03`],
  ['a value before any group', `02 00 00 00 00 00 00 01 ${attribute('21', 'job-id', '00 00 00 93')} 03`],
  ['one more value of nothing', `02 00 00 00 00 00 00 01 02 ${attribute('21', '', '00 00 00 93')} 03`],
])('%s is no message', (_, bytes) => expect(readResponse(hex(bytes))).toBeNull());
