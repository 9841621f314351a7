import { html, type Markup } from '../html.ts';
import { logo } from './drawings.ts';

export interface Page {
  title: string;
  /** `front`: wide, with the whole menu. `form`: one column without links that distract. `desk`: for clinicians. */
  kind: 'front' | 'form' | 'desk';
  /** Scripts that the page loads. */
  scripts?: readonly Markup[];
  /** What on this page is made up, if anything is. */
  madeUp?: string | false | undefined;
  main: Markup;
}

/** The frame of every page: head, the clinic's name, the content, and the clinic's text at the foot. */
export function layout({ title, kind, scripts = [], madeUp, main }: Page): Markup {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Harbour Clinic</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${['base', 'tables', ...sheets[kind]].map(
  (name) => html`<link rel="stylesheet" href="/assets/${name}.css">
`,
)}<link rel="stylesheet" href="/assets/print.css" media="print">
${scripts}
</head>
<body class="${kind}">
<a class="skip" href="#main">To the content</a>
<header class="masthead">
<a class="name" href="/">${logo}<span>Harbour Clinic<small>Psychotherapy by the water</small></span></a>
${menus[kind]}
</header>
<main id="main">
${madeUp && html`<p class="all-made-up"><strong>Made up.</strong> ${madeUp}</p>`}
${main}
</main>
<footer class="foot">
<p><strong>In danger now?</strong> Do not wait for us. Call your local emergency number, or go to someone near you.</p>
<p>${feet[kind]}</p>
</footer>
</body>
</html>`;
}

/** The style sheets of each kind of page, after those that all pages have. */
const sheets = {
  front: ['front', 'harbour'],
  form: ['widgets', 'form'],
  desk: ['widgets', 'desk', 'records', 'instruments'],
};

const feet = {
  front: html`Harbour Clinic is made up, and so is everyone who is marked as made up, with all that they say. It shows how a clinic can use
<span class="nowrap">Attune</span>, a set of widgets that record and show answers to support a conversation. They do not diagnose.`,
  form: html`Harbour Clinic is made up: it shows how a clinic can use <span class="nowrap">Attune</span>.`,
  desk: html`Harbour Clinic is made up. <span class="nowrap">Attune</span> records and shows answers to support a conversation. It does not diagnose.`,
};

const menus = {
  form: null,
  front: html`<nav aria-label="Clinic">
<a href="#beginning">Beginning</a>
<a href="#answers">Your answers</a>
<a href="#fees">Fees</a>
<a href="#find">Find us</a>
<a href="/clinician">For clinicians</a>
</nav>`,
  desk: html`<nav aria-label="Desk">
<a href="/clinician">Clients</a>
<a href="/clinician/clinic">Instruments</a>
<form method="post" action="/clinician/sign-out"><button class="linklike">Sign out</button></form>
</nav>`,
};
