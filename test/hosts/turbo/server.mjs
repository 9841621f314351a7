// Pages as a server renders them. Turbo takes them from here without loading the page again.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { atFirst, later } from './src/given/everywhere.ts';

const fileOf = path => fileURLToPath(import.meta.resolve(path));
const SCRIPTS = {
  '/attune.js': new URL('node_modules/attune-elements/dist/cdn/attune.js', import.meta.url),
  '/turbo.js': fileOf('@hotwired/turbo'),
  '/page.js': new URL('page.js', import.meta.url),
};

const escape = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const told = 'who="Your therapist" when="before your next session" kept="in your clinic file"';
const crisis = '<span slot="crisis">Call 112</span>';

const whole = (body, head = '') => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Turbo</title>
    <link rel="icon" href="data:,">
    <!-- A preview is replaced by the page that comes after it, with what was answered in the meantime. -->
    <meta name="turbo-cache-control" content="no-preview">
    ${head}
    <script type="module" src="/turbo.js"></script>
    <script type="module" src="/attune.js"></script>
    <script type="module" src="/page.js"></script>
  </head>
  <body>${body}</body>
</html>`;

/** A form that could not be stored comes back with what was sent. */
const intake = ({ status = '', room = '', trust = '' } = {}) => `
  <form method="post" action="/intake">
    <input name="room" aria-label="Room" value="${escape(room)}">
    <attune-trust-questionnaire name="trust" variant="intake" layout="list" required ${told}${trust && ` value="${escape(trust)}"`}>${crisis}</attune-trust-questionnaire>
    <button>Send</button>
  </form>
  <p id="status">${status}</p>`;

const survey = `<attune-trust-questionnaire id="survey" length="pulse" ${told}>${crisis}</attune-trust-questionnaire>`;
let refreshes = 0;

const card = ({ name, headingLevel, quickHide, lastQuestions, price }) => `
  <attune-boundary-card id="tag" topics="cost" ${told} name="${name}" heading-level="${headingLevel}"${quickHide ? ' quick-hide' : ''}
    last-questions="${escape(JSON.stringify(lastQuestions))}"><span slot="topic-cost">A session is £${price}</span></attune-boundary-card>`;
const everywhere = state =>
  whole(`<a id="change" href="/everywhere/later">Change</a>
    <a id="toggle" href="/everywhere/${state === 'gone' ? 'later' : 'gone'}">Toggle</a>
    ${state === 'gone' ? '' : card(state === 'later' ? later : atFirst)}`);

const PAGES = {
  '/everywhere': () => everywhere('first'),
  '/everywhere/later': () => everywhere('later'),
  '/everywhere/gone': () => everywhere('gone'),
  '/intake': ({ searchParams }) => whole(intake({ status: searchParams.get('status') ?? '' })),
  '/survey': () => whole(`<a id="away" href="/away">Away</a>${survey}`),
  '/away': () => whole('<a id="to-survey" href="/survey">Survey</a><p id="here">Away</p>'),
  '/morphed': () =>
    whole(
      `<p id="refreshes">${++refreshes}</p><attune-trust-questionnaire length="pulse" ${told}>${crisis}</attune-trust-questionnaire>`,
      '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">',
    ),
  '/frame': () => whole('<turbo-frame id="frame"><a id="open" href="/in-frame">Open</a></turbo-frame>'),
  '/in-frame': () => whole(`<turbo-frame id="frame"><a id="close" href="/frame">Close</a>${survey}</turbo-frame>`),
  '/events': () =>
    whole(`<ol id="heard"></ol>
    <attune-trust-questionnaire id="alone" length="pulse" layout="paged" ${told}>${crisis}</attune-trust-questionnaire>
    <attune-milestone-badge id="badge" milestone="spoke-up" kept="clinic"></attune-milestone-badge>
    <attune-journal id="journal" kept="memory" who="Your therapist" when="soon"></attune-journal>
    <attune-session id="sitting">${crisis}<attune-environment-check id="inside" ${told}>${crisis}</attune-environment-check></attune-session>`),
};

const send = async (request, response) => {
  const body = await buffer(request);
  const { host, 'content-type': type } = request.headers;
  const answer = await fetch(`http://${host}/api/intake`, { method: 'POST', headers: { 'content-type': type }, body });
  if (answer.ok) return response.writeHead(303, { location: '/intake?status=kept' }).end();
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const html = whole(intake({ status: 'failed', ...Object.fromEntries(form) }));
  response.writeHead(422, { 'content-type': 'text/html; charset=utf-8' }).end(html);
};

createServer((request, response) => {
  const url = new URL(request.url, 'http://host');
  if (request.method === 'POST') return void send(request, response).catch(error => response.writeHead(500).end(error.stack));
  const script = SCRIPTS[url.pathname];
  const page = PAGES[url.pathname];
  if (script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(script));
  else if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(url));
  else response.writeHead(404).end();
}).listen(process.env.PORT, process.env.HOST);
