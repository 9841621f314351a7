import { html, type Markup } from '../html.ts';
import type { Sample } from '../sample-links.ts';
import { harbour } from './drawings.ts';
import { layout } from './layout.ts';

export function frontPage(samples: readonly Sample[]): Markup {
  const sample = samples[0];
  return layout({
    title: 'Psychotherapy by the water',
    kind: 'front',
    main: html`<section class="hero">
<div class="hero-words">
<h1>A steady place to&nbsp;talk</h1>
<p class="lead">We are five therapists in an old harbour house. We have time, quiet rooms, and a kettle. You need no referral, and no right words.</p>
<p class="actions"><a class="button" href="/intake">Before your first visit</a> <a class="button quiet" href="tel:5550142">Call 555&#8239;0142</a></p>
</div>
<div class="hero-picture">${harbour}</div>
</section>

<section id="beginning" class="band">
<h2>How it begins</h2>
<ol class="three">
<li><h3>Look around</h3><p>Meet a therapist for fifty minutes. It costs nothing, and you promise nothing. Ask whatever you like.</p></li>
<li><h3>Choose what to work on</h3><p>Together you say what you want from this, how often you meet, and how you will know that it helps.</p></li>
<li><h3>Say how it is going</h3><p>After a session you can answer a few short questions. They are a way to say what is hard to say out loud.</p></li>
</ol>
</section>

<section class="band doors">
<h2>Where to?</h2>
<ul class="doors-list">
<li><a href="/intake"><span class="door-title">Before your first visit</span><span>Five unhurried minutes, part by part: what you expect of a therapist, and what you want to ask.</span></a></li>
${
  sample && [
    sample.session &&
      html`<li><a href="${sample.session}"><span class="door-title">After a session</span><span>${lengths[sample.asked ?? ''] ?? 'A few minutes'}, or a little more if you like. Opened for ${sample.called}, who is made up.</span></a></li>`,
    html`<li><a href="${sample.me}"><span class="door-title">Your own page</span><span>Moments that you chose to keep, and a place to write. Opened for ${sample.called}, who is made up.</span></a></li>`,
  ]
}
<li><a href="/clinician"><span class="door-title">For clinicians</span><span>Sessions, answers and questions to bring, behind a password that the server printed.</span></a></li>
</ul>
</section>

<section id="answers" class="band">
<h2>What happens to your answers</h2>
<p class="measure">Our forms ask little and say where it goes. You can leave out any line, and stop at any time. Nothing you write is sold, or shown to anyone outside the clinic. We also count how well the forms themselves work: over everyone, without names, and not by therapist.</p>
<table class="stack">
<thead><tr><th scope="col">What you fill in</th><th scope="col">Who sees it</th><th scope="col">When</th><th scope="col">Where it is kept</th></tr></thead>
<tbody>
<tr><th scope="row">Before your first visit</th><td data-label="Who sees it">Your therapist</td><td data-label="When">Before you meet</td><td data-label="Where it is kept">In your clinic file, for three years</td></tr>
<tr><th scope="row">After a session</th><td data-label="Who sees it">Your therapist</td><td data-label="When">Before the next session</td><td data-label="Where it is kept">In your clinic file, for three years</td></tr>
<tr><th scope="row">What your therapist notes about a session</th><td data-label="Who sees it">Your therapist, and you if you ask</td><td data-label="When">From then on</td><td data-label="Where it is kept">In your clinic file, for three years</td></tr>
<tr><th scope="row">Milestones</th><td data-label="Who sees it">Only you, unless you share one</td><td data-label="When">When you share it</td><td data-label="Where it is kept">In your clinic account, until you remove it</td></tr>
<tr><th scope="row">Your journal</th><td data-label="Who sees it">Only you, unless you share an entry</td><td data-label="When">When your therapist next opens your file</td><td data-label="Where it is kept">On your device, if you want it kept; a shared entry in your clinic file, for three years</td></tr>
</tbody></table>
</section>

<section class="band people">
<h2>Who you may meet</h2>
<ul class="people-list">
${therapists.map(therapist)}</ul>
</section>

<section class="band pair">
<div id="fees"><h2>Fees</h2>
<dl class="facts"><div><dt>First meeting</dt><dd>free</dd></div><div><dt>Fifty minutes</dt><dd>80</dd></div><div><dt>If money is short</dt><dd>from 30, ask us</dd></div><div><dt>Cancelled a day before</dt><dd>free</dd></div></dl></div>
<div id="find"><h2>Find us</h2>
<address>Harbour House, 3 Rope Walk<br>Ring the middle bell. There is a lift.<br><a href="tel:5550142">555&#8239;0142</a>, weekdays 9 to 17</address>
<p class="muted">Nobody reads messages at night. The line at the foot of this page says where to turn then.</p></div>
</section>`,
  });
}

/** How long the first part takes. The widget shows it too. */
const lengths: Record<string, string> = { 'trust-pulse': 'One minute', 'trust-12': 'Three minutes' };

const therapists = [
  { name: 'Ida Lindqvist', family: 'dawn', works: 'Grief, and the long after of it. Works on Mondays and in the evenings.' },
  { name: 'Tomas Okafor', family: 'sea', works: 'Panic, sleep, work that takes too much. Also by video.' },
  { name: 'Mirela Sandu', family: 'dusk', works: 'Couples, and people who are between two languages.' },
  { name: 'Jun Watanabe', family: 'moss', works: 'First therapy, second tries, and people who were let down before.' },
  { name: 'Ruth Abelson', family: 'sea', works: 'Later life, illness, and looking after someone.' },
];

function therapist({ name, family, works }: (typeof therapists)[number]): Markup {
  const initials = name.replace(/[^A-Z]/g, '');
  return html`<li><svg class="pebble ${family}" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true"><path d="M33 4c15.500 0 27 10.500 27 26.500C60 47 48 60 32 60S4 48.500 4 33 16.500 4 33 4Z"/><text x="32" y="40" text-anchor="middle">${initials}</text></svg>
<div><h3>${name}</h3><p>${works}</p></div></li>
`;
}
