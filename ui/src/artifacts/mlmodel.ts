// The MLmodel file: what a model wants and gives, and how it is loaded. The YAML reader comes along when it is needed.

export interface SignatureField {
  name: string;
  type: string;
  required: boolean;
  /** Of parameters. */
  fallback?: string;
}

export interface Signature {
  inputs: SignatureField[];
  outputs: SignatureField[];
  params: SignatureField[];
}

export interface MlModel {
  flavors: string[];
  signature: Signature | undefined;
  created: string | undefined;
  mlflowVersion: string | undefined;
  size: number | undefined;
}

interface WireField {
  name?: string;
  type?: string;
  dtype?: string;
  required?: boolean;
  optional?: boolean;
  default?: unknown;
  shape?: number[] | null;
  items?: WireField;
  properties?: Record<string, WireField>;
  'tensor-spec'?: { dtype: string; shape: number[] };
}

function typeOf(field: WireField): string {
  const tensor = field['tensor-spec'];
  if (tensor) return `tensor of ${tensor.dtype} ${shapeOf(tensor.shape)}`;
  if (field.type === 'array') return `array of ${field.items ? typeOf(field.items) : 'anything'}`;
  if (field.type === 'object') {
    const parts = Object.entries(field.properties ?? {}).map(([name, part]) => `${name}: ${typeOf(part)}`);
    return `{ ${parts.join(', ')} }`;
  }
  const type = field.type ?? field.dtype ?? 'unknown';
  return field.shape ? `${type} ${shapeOf(field.shape)}` : type;
}

// -1 stands for any length.
function shapeOf(shape: readonly number[]): string {
  return `(${shape.map((length) => (length < 0 ? 'any' : length)).join(', ')})`;
}

/** A schema as MLflow writes it: a JSON list in a text. */
export function fieldsOf(schema: unknown): SignatureField[] {
  if (typeof schema !== 'string') return [];
  let list: unknown;
  try {
    list = JSON.parse(schema);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return (list as WireField[]).map((field, index) => ({
    name: field.name ?? (list.length === 1 ? '–' : String(index)),
    type: typeOf(field),
    required: field.required ?? !field.optional,
    ...(field.default !== undefined && { fallback: JSON.stringify(field.default) }),
  }));
}

type Table = Record<string, unknown>;
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;

export async function readMlModel(text: string): Promise<MlModel> {
  const { parse } = await import('yaml');
  const raw: unknown = parse(text);
  const file = isTable(raw) ? raw : {};
  const signature = isTable(file.signature) ? file.signature : undefined;
  const word = (value: unknown) => (value === undefined || value === null ? undefined : String(value));
  return {
    flavors: isTable(file.flavors) ? Object.keys(file.flavors) : [],
    signature: signature && {
      inputs: fieldsOf(signature.inputs),
      outputs: fieldsOf(signature.outputs),
      params: fieldsOf(signature.params),
    },
    created: word(file.utc_time_created),
    mlflowVersion: word(file.mlflow_version),
    size: typeof file.model_size_bytes === 'number' ? file.model_size_bytes : undefined,
  };
}
