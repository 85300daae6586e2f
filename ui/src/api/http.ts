// MLflow's REST API over fetch. Addresses are relative to the page, so a static prefix needs no setting.

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Where in the request's text the mistake is, in bytes of UTF-8, if the server says so. */
  readonly position: number | undefined;

  constructor(status: number, code: string, message: string, position?: number) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.position = position;
  }
}

interface ErrorBody {
  error_code?: string;
  message?: string;
  position?: number;
}

export type Query = Record<string, string | number | string[] | undefined>;

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as ErrorBody;
    const message = body.message ?? `The server answered ${response.status}.`;
    return new ApiError(response.status, body.error_code ?? '', message, body.position);
  } catch {
    return new ApiError(response.status, '', `The server answered ${response.status} ${response.statusText}.`);
  }
}

const kMlflow = 'ajax-api/2.0/mlflow';
const kCairn = 'api/cairn/1.0';

async function ask(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, 'UNREACHABLE', 'The server does not answer. Is it running?');
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function send<T>(address: string, init: RequestInit): Promise<T> {
  return (await (await ask(address, init)).json()) as T;
}

/** A file's bytes, from an address of this server. */
export async function readBytes(address: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await ask(address, signal ? { signal } : {})).arrayBuffer();
}

function sendJson<T>(address: string, method: string, body: object, more: RequestInit = {}): Promise<T> {
  return send<T>(address, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...more,
  });
}

export const post = <T>(path: string, body: object, signal?: AbortSignal) =>
  sendJson<T>(`${kMlflow}/${path}`, 'POST', body, signal && { signal });

export const patch = <T>(path: string, body: object) => sendJson<T>(`${kMlflow}/${path}`, 'PATCH', body);
/** MLflow wants the names of what is to go as a body. It is sent even if the page is left at once. */
export const remove = <T>(path: string, body: object) =>
  sendJson<T>(`${kMlflow}/${path}`, 'DELETE', body, { keepalive: true });

/** cairn's own endpoints: docs/api.md. */
export const postCairn = <T>(path: string, body: object, signal?: AbortSignal) =>
  sendJson<T>(`${kCairn}/${path}`, 'POST', body, signal && { signal });

export const getCairn = <T>(path: string, signal?: AbortSignal) =>
  send<T>(`${kCairn}/${path}`, { ...(signal && { signal }) });

export const cairnAddress = (path: string) => `${kCairn}/${path}`;

export function get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) params.append(name, item);
    else if (value !== undefined) params.append(name, String(value));
  }
  return send<T>(`${kMlflow}/${path}?${params}`, { ...(signal && { signal }) });
}
