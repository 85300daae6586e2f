// Two signatures field by field. Pure.

import type { Signature, SignatureField } from './mlmodel.ts';

export interface SignatureDifference {
  part: 'input' | 'output' | 'parameter';
  name: string;
  /** The field's type in either; nothing where it is not there. */
  first: string | undefined;
  second: string | undefined;
}

const kParts: [keyof Signature, SignatureDifference['part']][] = [
  ['inputs', 'input'],
  ['outputs', 'output'],
  ['params', 'parameter'],
];

function words({ type, required, fallback }: SignatureField): string {
  if (fallback !== undefined) return `${type} = ${fallback}`;
  return required ? type : `${type}, optional`;
}

/** All fields of both, the same ones too, in the order of the first, then what only the second has. */
export function signatureDifferences(
  first: Signature | undefined,
  second: Signature | undefined,
): SignatureDifference[] {
  return kParts.flatMap(([key, part]) => {
    const [a, b] = [first?.[key] ?? [], second?.[key] ?? []].map(
      (fields) => new Map(fields.map((field) => [field.name, words(field)])),
    );
    const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
    return [...names].map((name) => ({ part, name, first: a?.get(name), second: b?.get(name) }));
  });
}
