import assert from 'node:assert/strict';
import { question, type Opened } from '../question.ts';

/** What the server sends, without a script: each widget is there with what the page says about it. */
export function server(app: Opened): void {
  const sent = async (path: string): Promise<string> => {
    const answer = await fetch(`${app().address}${path}`);
    assert.equal(answer.status, 200);
    return answer.text();
  };
  const tagOf = (html: string, tag: string): string => new RegExp(`<${tag}\\b[^>]*>`).exec(html)?.[0] ?? '';

  question('Rendered on the server', 'the HTML has the widgets with their texts, and their children', async () => {
    const html = await sent('/survey');
    const trust = tagOf(html, 'attune-trust-questionnaire');
    assert.match(trust, /\blength="pulse"/);
    assert.match(trust, /\bwho="/);
    assert.match(html, /slot="crisis"/);
  });

  question('Rendered on the server', 'no object is written as a text', async () => {
    for (const name of app().settings.scenarios.filter((scenario) => !['server', 'late'].includes(scenario))) {
      assert.ok(!(await sent(`/${name}`)).includes('[object '), name);
    }
  });
}
