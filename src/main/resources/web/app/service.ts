import type {DatasetProfile} from './scenario';

/** The service behind the page: questions and answers as its OpenAPI document has them. */

export interface Violation {
  field?: string;
  line?: number;
  message: string;
}

/** A question that the service does not answer, and why. */
export class Problem extends Error {
  constructor(
    readonly title: string,
    detail: string,
    readonly violations: Violation[] = [],
  ) {
    super(detail);
  }

  static of(status: number, text: string): Problem {
    try {
      const {title, detail, violations} = JSON.parse(text);
      return new Problem(title ?? `Status ${status}`, detail ?? '', violations ?? []);
    } catch {
      return new Problem(`Status ${status}`, 'The service gave no answer that can be read.');
    }
  }
}

export async function ask<T>(path: string, question?: unknown, signal?: AbortSignal): Promise<T> {
  return (await response(path, question, signal)).json();
}

/** The answer as a file, in the form that is asked for. */
export async function download(path: string, question: unknown): Promise<{name: string; content: Blob}> {
  const answer = await response(path, question);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'quotation';
  return {name, content: await answer.blob()};
}

async function response(path: string, question?: unknown, signal?: AbortSignal): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      signal,
      ...(question === undefined
        ? {}
        : {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(question)}),
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new Problem('No connection', 'The service cannot be reached. What is shown is its last answer.');
  }
  if (!answer.ok) {
    throw Problem.of(answer.status, await answer.text());
  }
  return answer;
}

export interface Upload {
  done: Promise<DatasetProfile>;
  cancel(): void;
}

/** Sends a file as it is. It is read, counted and forgotten; progress is the part that is sent, from 0 to 1. */
export function profile(
  file: File,
  offerings: string[],
  asOf: string | undefined,
  progress: (part: number) => void,
): Upload {
  const query = new URLSearchParams(offerings.map(offering => ['offering', offering]));
  if (asOf) {
    query.set('asOf', asOf);
  }
  // fetch tells nothing of the progress of an upload.
  const request = new XMLHttpRequest();
  const done = new Promise<DatasetProfile>((resolve, reject) => {
    request.upload.onprogress = event => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () =>
      request.status === 200
        ? resolve(JSON.parse(request.responseText))
        : reject(Problem.of(request.status, request.responseText));
    request.onerror = () => reject(new Problem('No connection', 'The upload broke off.'));
    request.onabort = () => reject(new DOMException('The upload was canceled.', 'AbortError'));
  });
  request.open('POST', `/v1/datasets/profile?${query}`);
  request.setRequestHeader('Content-Type', 'application/jsonl');
  const encoding = /\.(gz|zst)$/.exec(file.name)?.[1];
  if (encoding) {
    request.setRequestHeader('Content-Encoding', encoding === 'gz' ? 'gzip' : 'zstd');
  }
  request.send(file);
  return {done, cancel: () => request.abort()};
}
