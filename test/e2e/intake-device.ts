import assert from 'node:assert/strict';
import type { Host } from './open-host.ts';

type Entries = Record<string, unknown>;

/** A device of somebody who fills in the intake form: it keeps cookies as a browser does. */
export interface Device {
  cookie(): string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The page at this address. */
  read(path: string): Promise<string>;
  /** The hidden field of the form on the page at this address. */
  form(path: string): Promise<string>;
  /** What a browser sends: the entries of the form, with those of the widgets. A list is several entries of one name. */
  post(path: string, entries: Entries, headers?: Record<string, string>): Promise<Response>;
  postJson(path: string, body: string): Promise<Response>;
  /** Opens a page with a form, sends it, and returns the page that follows. */
  submit(path: string, entries?: Entries, to?: string): Promise<string>;
  save(part: string, entries: Entries): Promise<string>;
  /** Sends all parts, from the page with their check or from another one. */
  send(from?: string): Promise<string>;
}

export function device(host: () => Pick<Host, 'address'>): Device {
  const cookies = new Map<string, string>();
  const sent = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const request = async (path: string, more: RequestInit = {}): Promise<Response> => {
    const headers = { ...(more.headers as Record<string, string>), ...(cookies.size && { cookie: sent() }) };
    const answer = await fetch(`${host().address}${path}`, { redirect: 'manual', ...more, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
  const own: Device = {
    cookie: sent,
    get: (path, headers = {}) => request(path, { headers }),
    async read(path) {
      const answer = await request(path);
      assert.equal(answer.status, 200, path);
      return answer.text();
    },
    form: async (path) => /name="form" value="([^"]+)"/.exec(await own.read(path))?.[1] ?? '',
    post: (path, entries, headers = {}) =>
      request(path, {
        method: 'POST',
        headers,
        body: new URLSearchParams(
          Object.entries(entries).flatMap(([name, given]) =>
            [given].flat().map((value) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
          ),
        ),
      }),
    postJson: (path, body) => request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    async submit(path, entries = {}, to = path) {
      const form = await own.form(path);
      const answer = await own.post(to, { form, ...entries });
      assert.equal(answer.status, 303, `${to} answered ${answer.status}`);
      return own.read(answer.headers.get('location') ?? '');
    },
    save: (part, entries) => own.submit(`/intake/${part}`, entries),
    send: (from = '/intake/check') => own.submit(from, {}, '/intake/send'),
  };
  return own;
}
