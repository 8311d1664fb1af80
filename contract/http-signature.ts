/**
 * RFC 9421 and RFC 9530 as text: the base that is signed and the header fields that carry a signature. Pure; the
 * cryptography is each room's own. Of structured fields only what we write is read: one label, strings and integers.
 */

/** What is signed and how: component names in their order, parameters in theirs. */
export interface SignatureInput {
  /** For example `@method` or `content-digest`, without quotes. */
  readonly components: readonly string[];
  /** For example `created` (seconds since 1970) and `keyid`. */
  readonly params: ReadonlyMap<string, string | number>;
}

const STRING = String.raw`"[ !#-\[\]-~]*"`;
const PARAMETER = String.raw`;[a-z*][a-z0-9_.*-]*=(?:${STRING}|-?\d{1,15})`;
const INPUT = new RegExp(String.raw`^([a-z*][a-z0-9_.*-]*)=\(((?:${STRING}(?: ${STRING})*)?)\)((?:${PARAMETER})*)$`);
const BYTES = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):$/;

/** The value of `@signature-params`, and of `Signature-Input` after the label. Throws RangeError for what no string may hold. */
export function writeParams({ components, params }: SignatureInput): string {
  const written = [...params].map(([name, value]) => `;${name}=${typeof value === 'number' ? value : quoted(value)}`);
  return `(${components.map(quoted).join(' ')})${written.join('')}`;
}

/** The text that is signed (RFC 9421, 2.5). Null when a component has no value, or one that would begin a new line. */
export function signatureBase(input: SignatureInput, values: ReadonlyMap<string, string>): string | null {
  const lines: string[] = [];
  for (const component of input.components) {
    const value = values.get(component);
    if (value === undefined || /[\r\n]/.test(value)) return null;
    lines.push(`${quoted(component)}: ${value}`);
  }
  lines.push(`"@signature-params": ${writeParams(input)}`);
  return lines.join('\n');
}

/** Reads a `Signature-Input` field; null for another label, a second signature, a name given twice, or anything odd. */
export function readSignatureInput(field: string, label: string): SignatureInput | null {
  const [, foundLabel, components = '', parameters = ''] = INPUT.exec(field) ?? [];
  if (foundLabel !== label) return null;
  const names = (components.match(new RegExp(STRING, 'g')) ?? []).map(unquoted);
  const params = new Map<string, string | number>();
  for (const parameter of parameters.match(new RegExp(PARAMETER, 'g')) ?? []) {
    const [name, value] = halves(parameter.slice(1));
    if (params.has(name)) return null;
    params.set(name, value.startsWith('"') ? unquoted(value) : Number(value));
  }
  return new Set(names).size === names.length ? { components: names, params } : null;
}

/** A `Signature` or `Content-Digest` field with one member; `base64` as Base64 text. */
export function writeBytes(label: string, base64: string): string {
  return `${label}=:${base64}:`;
}

/** The Base64 text under that one label, or null. */
export function readBytes(field: string, label: string): string | null {
  const [, foundLabel, base64 = ''] = BYTES.exec(field) ?? [];
  return foundLabel === label ? base64 : null;
}

function quoted(text: string): string {
  if (!new RegExp(`^${STRING}$`).test(`"${text}"`))
    throw new RangeError('no string of a structured field can hold this');
  return `"${text}"`;
}

function unquoted(text: string): string {
  return text.slice(1, -1);
}

function halves(parameter: string): [string, string] {
  const at = parameter.indexOf('=');
  return [parameter.slice(0, at), parameter.slice(at + 1)];
}
