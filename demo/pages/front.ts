import { html, type Markup } from '../html.ts';
import type { Sample } from '../sample-links.ts';
import type { Words } from '../words/words.ts';
import { harbour } from './drawings.ts';
import { layout } from './layout.ts';

export function frontPage(words: Words, samples: readonly Sample[]): Markup {
  const { front, frame, intake } = words;
  const [sample] = samples;
  return layout({
    words,
    switcher: 'links',
    title: front.title,
    kind: 'front',
    main: html`<section class="hero">
<div class="hero-words">
<h1>${front.head}</h1>
<p class="lead">${front.lead}</p>
<p class="actions"><a class="button" href="/intake">${intake.title}</a> <a class="button quiet" href="tel:5550142">${front.call}</a></p>
</div>
<div class="hero-picture">${harbour}</div>
</section>

<section id="beginning" class="band">
<h2>${front.beginning}</h2>
<ol class="three">
${front.steps.map(
  ([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>
`,
)}</ol>
</section>

<section class="band doors">
<h2>${front.whereTo}</h2>
<ul class="doors-list">
${door('/intake', intake.title, html`${front.intakeDoor}`)}
${
  sample && [
    sample.session &&
      door(sample.session, front.sessionDoor, html`${front.minutes[sample.asked ?? ''] ?? front.someMinutes} ${front.openedFor(sample.called)}`),
    door(sample.me, front.meDoor, html`${front.meDoorWords} ${front.openedFor(sample.called)}`),
  ]
}
${door('/clinician', frame.forClinicians, html`${front.cliniciansDoor}`)}
</ul>
</section>

<section id="answers" class="band">
<h2>${front.answers}</h2>
<p class="measure">${front.answersWords}</p>
${whereItGoes(words)}
</section>

<section class="band people">
<h2>${front.people}</h2>
<ul class="people-list">
${therapists.map((each, place) => therapist(each, front.works[place]))}</ul>
</section>

<section class="band pair">
<div id="fees"><h2>${front.fees}</h2>
<dl class="facts">${front.prices.map(([what, price]) => html`<div><dt>${what}</dt><dd>${price}</dd></div>`)}</dl></div>
<div id="find"><h2>${front.find}</h2>
<address>${front.address}</address>
<p class="muted">${front.atNight}</p></div>
</section>`,
  });
}

const door = (address: string, title: string, text: Markup): Markup =>
  html`<li><a href="${address}"><span class="door-title">${title}</span><span>${text}</span></a></li>
`;

function whereItGoes({ front: { columns, rows } }: Words): Markup {
  return html`<table class="stack">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([what, ...cells]) => html`<tr><th scope="row">${what}</th>${cells.map((cell, place) => html`<td data-label="${columns[place + 1]}">${cell}</td>`)}</tr>
`,
)}</tbody></table>`;
}

const therapists = [
  { name: 'Ida Lindqvist', family: 'dawn' },
  { name: 'Tomas Okafor', family: 'sea' },
  { name: 'Mirela Sandu', family: 'dusk' },
  { name: 'Jun Watanabe', family: 'moss' },
  { name: 'Ruth Abelson', family: 'sea' },
];

function therapist({ name, family }: (typeof therapists)[number], works: string | undefined): Markup {
  const initials = name.replace(/[^A-Z]/g, '');
  return html`<li><svg class="pebble ${family}" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true"><path d="M33 4c15.500 0 27 10.500 27 26.500C60 47 48 60 32 60S4 48.500 4 33 16.500 4 33 4Z"/><text x="32" y="40" text-anchor="middle">${initials}</text></svg>
<div><h3><bdi>${name}</bdi></h3><p>${works}</p></div></li>
`;
}
