import type { Site, users } from './site.ts';

/** A browser without script: cookies, pages and forms over HTTP. */
export class Visitor {
  readonly #site: Site;
  readonly #cookies = new Map<string, string>();

  constructor(site: Site) {
    this.#site = site;
  }

  async fetch(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const address = new URL(path, this.#site.address);
    const answer = await fetch(address, { redirect: 'manual', ...init, headers: { cookie, ...(headers as Record<string, string>) } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.#cookies.set(name, value!);
    }
    return answer;
  }

  /** The text of a page. Follows redirections inside the site. */
  async page(path: string): Promise<string> {
    let answer = await this.fetch(path);
    for (let left = 5; left && answer.headers.get('location'); left--) answer = await this.fetch(answer.headers.get('location')!);
    return answer.text();
  }

  post(path: string, fields: Iterable<readonly [string, string]>): Promise<Response> {
    return this.fetch(path, { method: 'POST', body: new URLSearchParams([...fields].map(([name, value]) => [name, value])) });
  }

  async logIn({ login, password }: (typeof users)[keyof typeof users]): Promise<this> {
    await this.fetch('/wp-login.php');
    const answer = await this.post('/wp-login.php', Object.entries({ log: login, pwd: password, testcookie: '1' }));
    if (answer.status !== 302) throw new Error(`${login} could not log in: ${answer.status}`);
    return this;
  }

  get cookies(): { name: string; value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#039;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#038;', '&').replaceAll('&amp;', '&');

/** The value of an attribute in HTML. */
export function attribute(html: string, name: string): string {
  const [, value] = new RegExp(`${name}="([^"]*)"`).exec(html) ?? [];
  if (value === undefined) throw new Error(`no ${name} in ${html.slice(0, 500)}`);
  return unescaped(value);
}

/** Sends records as `send-records.js` does. */
export async function send(visitor: Visitor, page: string, records: unknown, { nonce }: { nonce?: string } = {}): Promise<{ status: number; body: { code?: string; stored?: number; known?: number; data?: { problems?: string[] } } }> {
  const html = await visitor.page(page);
  const path = new URL(attribute(html, 'data-attune-records'));
  const answer = await visitor.fetch(path.pathname + path.search, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wp-nonce': nonce ?? attribute(html, 'data-attune-nonce') },
    body: typeof records === 'string' ? records : JSON.stringify(records),
  });
  return { status: answer.status, body: (await answer.json()) as never };
}
