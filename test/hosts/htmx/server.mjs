// Pages as a server renders them, and fragments that htmx puts into them. `?v=2` and `?v=4` choose the version of htmx.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { atFirst, later } from './src/given/everywhere.ts';

const module = path => new URL(`node_modules/${path}`, import.meta.url);
const SCRIPTS = {
  '/attune.js': module('attune-elements/dist/cdn/attune.js'),
  '/htmx-2.js': module('htmx-2/dist/htmx.min.js'),
  '/htmx-4.js': module('htmx-4/dist/htmx.min.js'),
  '/morph.js': module('idiomorph/dist/idiomorph-ext.min.js'),
  '/page.js': new URL('page.js', import.meta.url),
};

const escape = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const told = 'who="Your therapist" when="before your next session" kept="in your clinic file"';
const crisis = '<span slot="crisis">Call 112</span>';

const whole = (version, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>htmx</title>
    <link rel="icon" href="data:,">
    <script src="/htmx-${version}.js"></script>
    ${version === '2' ? '<script src="/morph.js"></script>' : ''}
    <script type="module" src="/attune.js"></script>
    <script type="module" src="/page.js"></script>
  </head>
  <body hx-ext="morph">${body}</body>
</html>`;

/** A form that could not be stored comes back with what was sent. */
const intake = ({ status = '', room = '', trust = '' } = {}) => `
  <form method="post" hx-post="/intake" hx-target="#intake" hx-swap="outerHTML" id="intake">
    <input name="room" aria-label="Room" value="${escape(room)}">
    <attune-trust-questionnaire name="trust" variant="intake" layout="list" required ${told}${trust && ` value="${escape(trust)}"`}>${crisis}</attune-trust-questionnaire>
    <button>Send</button>
    <p id="status">${status}</p>
  </form>`;

const survey = `<attune-trust-questionnaire id="survey" length="pulse" ${told}>${crisis}</attune-trust-questionnaire>`;
let renders = 0;
const morphed = version => `
  <section id="morphed">
    <p id="renders">${++renders}</p>
    <button id="again" hx-get="/fragment/morphed?v=${version}" hx-target="#morphed" hx-swap="${version === '2' ? 'morph:outerHTML' : 'outerMorph'}">Again</button>
    ${survey}
  </section>`;

const card = ({ name, headingLevel, quickHide, lastQuestions, price }) => `
  <attune-boundary-card id="tag" topics="cost" ${told} name="${name}" heading-level="${headingLevel}"${quickHide ? ' quick-hide' : ''}
    last-questions="${escape(JSON.stringify(lastQuestions))}"><span slot="topic-cost">A session is £${price}</span></attune-boundary-card>`;
const everywhere = (state, version) => `
  <section id="everywhere">
    <button id="change" hx-get="/fragment/later?v=${version}" hx-target="#everywhere" hx-swap="outerMorph">Change</button>
    <button id="toggle" hx-get="/fragment/${state === 'gone' ? 'later' : 'gone'}?v=${version}" hx-target="#everywhere" hx-swap="outerHTML">Toggle</button>
    ${state === 'gone' ? '' : card(state === 'later' ? later : atFirst)}
  </section>`;

const PAGES = {
  '/everywhere': version => everywhere('first', version),
  '/intake': () => intake(),
  '/survey': () => survey,
  '/swapped': () => `
    <button id="open" hx-get="/fragment/survey" hx-target="#place">Open</button>
    <button id="close" hx-get="/fragment/none" hx-target="#place">Close</button>
    <div id="place"></div>`,
  '/morphed': morphed,
  '/each-change': () => readFileSync(new URL('each-change.html', import.meta.url), 'utf8'),
  '/events': () => `<ol id="heard"></ol>
    <attune-trust-questionnaire id="alone" length="pulse" layout="paged" ${told}>${crisis}</attune-trust-questionnaire>
    <attune-milestone-badge id="badge" milestone="spoke-up" kept="clinic"></attune-milestone-badge>
    <attune-journal id="journal" kept="memory" who="Your therapist" when="soon"></attune-journal>
    <attune-session id="sitting">${crisis}<attune-environment-check id="inside" ${told}>${crisis}</attune-environment-check></attune-session>`,
};
const FRAGMENTS = {
  '/fragment/later': version => everywhere('later', version),
  '/fragment/gone': version => everywhere('gone', version),
  '/fragment/survey': () => survey,
  '/fragment/none': () => '<p id="none">Closed</p>',
  '/fragment/morphed': morphed,
};

const send = async (request, response) => {
  const body = await buffer(request);
  const { host, 'content-type': type } = request.headers;
  const answer = await fetch(`http://${host}/api/intake`, { method: 'POST', headers: { 'content-type': type }, body });
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const html = answer.ok ? intake({ status: 'kept' }) : intake({ status: 'failed', ...Object.fromEntries(form) });
  // htmx 2 shows nothing of an answer that is an error.
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://host');
  const version = searchParams.get('v') ?? '4';
  if (request.method === 'POST') return void send(request, response).catch(error => response.writeHead(500).end(error.stack));
  const html = FRAGMENTS[pathname]?.(version) ?? (PAGES[pathname] && whole(version, PAGES[pathname](version)));
  if (SCRIPTS[pathname]) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(SCRIPTS[pathname]));
  else if (html) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  else response.writeHead(404).end();
}).listen(process.env.PORT, process.env.HOST);
