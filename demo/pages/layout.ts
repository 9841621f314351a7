import { html, type Markup } from '../html.ts';
import { type Language, languageFacts, languages } from '../languages.ts';
import { ownWords, type Words } from '../words/words.ts';
import { logo } from './drawings.ts';

export interface Page {
  title: string;
  /** `front`: wide, with the whole menu. `form`: one column without links that distract. `desk`: for clinicians. */
  kind: 'front' | 'form' | 'desk';
  /** In which language the page speaks to a person. Without it, the clinic's own language. */
  words?: Words;
  /**
   * How a person changes the language: links; links that ask first if something is filled in, which `unsent.js` does; or
   * buttons of the form with this id, which keep what is filled in.
   */
  switcher?: 'links' | 'links that ask' | { form: string; action: string };
  /** Scripts that the page loads. */
  scripts?: readonly Markup[];
  /** What on this page is made up, if anything is. */
  madeUp?: string | false | undefined;
  main: Markup;
}

/** The frame of every page: head, the clinic's name, the content, and the clinic's text at the foot. */
export function layout({ title, kind, words = ownWords, switcher, scripts = [], madeUp, main }: Page): Markup {
  const { frame, lang, dir } = words;
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Harbour Clinic</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${['base', 'tables', 'languages', ...sheets[kind]].map(
  (name) => html`<link rel="stylesheet" href="/assets/${name}.css">
`,
)}<link rel="stylesheet" href="/assets/print.css" media="print">
${scripts}
</head>
<body class="${kind}">
<a class="skip" href="#main">${frame.skip}</a>
<header class="masthead">
<a class="name" href="/">${logo}<span><bdi lang="en-GB">Harbour Clinic</bdi><small>${frame.underName}</small></span></a>
${kind === 'front' ? frontMenu(words) : kind === 'desk' ? deskMenu : null}
${switcher && languageMenu(words, switcher)}
</header>
<main id="main">
${madeUp && html`<p class="all-made-up">${frame.madeUp} ${madeUp}</p>`}
${main}
</main>
<footer class="foot">
<p>${frame.danger}</p>
<p>${kind === 'front' ? frame.footFront : kind === 'desk' ? deskFoot : frame.footForm}</p>
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

/** Each language is named in itself, so that everybody finds their own. */
function languageMenu({ language, frame }: Words, switcher: NonNullable<Page['switcher']>): Markup {
  const other = (each: Language): Markup => {
    const { lang, called } = languageFacts[each];
    if (typeof switcher === 'string') return html`<a href="?lang=${each}" lang="${lang}" hreflang="${lang}">${called}</a>`;
    return html`<button class="linklike" form="${switcher.form}" formaction="${switcher.action}?lang=${each}" lang="${lang}" formnovalidate>${called}</button>`;
  };
  return html`<nav class="languages" aria-label="${frame.language}"${switcher === 'links that ask' && html` data-unsent="${frame.unsent}"`}>
${languages.map((each) =>
  each === language
    ? html`<strong aria-current="true">${languageFacts[each].called}</strong>
`
    : html`${other(each)}
`,
)}</nav>`;
}

const deskFoot = html`Harbour Clinic is made up. <span class="nowrap">Attune</span> records and shows answers to support a conversation. It does not diagnose.`;

const frontMenu = ({ frame }: Words): Markup => html`<nav aria-label="${frame.menu}">
<a href="#beginning">${frame.menuBeginning}</a>
<a href="#answers">${frame.menuAnswers}</a>
<a href="#fees">${frame.menuFees}</a>
<a href="#find">${frame.menuFind}</a>
<a href="/clinician">${frame.forClinicians}</a>
</nav>`;

const deskMenu = html`<nav aria-label="Desk">
<a href="/clinician">Clients</a>
<a href="/clinician/clinic">Instruments</a>
<a href="/clinician/try-a-form">Try a form</a>
<a href="/clinician/privacy">Privacy</a>
<form method="post" action="/clinician/sign-out"><button class="linklike">Sign out</button></form>
</nav>`;
