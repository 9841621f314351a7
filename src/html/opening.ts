import type { Licence } from '../core/instrument/instrument.ts';
import { minutes as inMinutes } from '../ui/text/format.ts';
import { isAsked } from './asked-items.ts';
import type { FormContext } from './form-context.ts';
import { type Markup, markup, type Part } from './markup.ts';
import type { FallbackOptions } from './fallback-options.ts';
import type { Words } from './words.ts';
import { indexItems } from '../core/instrument/item-index.ts';

/** What informs the person who will see the answers, as plain text; '' if the host gives nothing. */
export function disclosureText(words: Words, { who, when, kept }: Pick<FallbackOptions, 'who' | 'when' | 'kept'>): string {
  const seen = !who ? '' : when ? words.text('whoSeesWhen', { who, when }) : words.text('whoSees', { who });
  return [seen, kept && words.text('whereKept', { kept })].filter(Boolean).join(' ');
}

/** What comes before the first question: the length, the introduction, the crisis notice and who will see the answers. */
export function opening(context: FormContext, options: FallbackOptions): Markup {
  const { instrument, words } = context;
  const { audience, intro, note, stem } = instrument;
  const asked = [...indexItems(instrument).values()].filter((one) => isAsked(one) && !one.item.optional && !one.item.when);
  const count = asked.length;
  const time = inMinutes(words, instrument.minutes ?? Math.ceil(count / 6));
  const introduction = options.intro !== undefined ? words.mark(options.intro, words.lang) : intro;
  const given = disclosureText(words, options);
  return markup`${count > 0 && markup`<p class="attune-help">${words('length', { time, count })}</p>
`}${introduction && markup`<p>${introduction}</p>
`}${audience === 'client' && options.crisis !== false && crisis(context, options.crisis)}${
    count > 0 && markup`<p class="attune-help">${given ? words.mark(given, words.lang) : words('whoSeesMissing')}</p>
`}${note && markup`<p class="attune-help">${note}</p>
`}${stem && markup`<p><strong>${stem}</strong></p>`}`;
}

const crisis = ({ words }: FormContext, help: string | undefined): Markup =>
  markup`<div class="attune-crisis"><p>${words('crisis')} ${words('crisisUnwatched')}</p>
${help === undefined ? markup`<p>${words('crisisDefault')}</p>` : markup`<p dir="auto">${words.mark(help, words.lang)}</p>`}</div>
`;

/** What comes after the last question: whom else a person can tell, and who owns the wording. */
export function closing({ instrument, words }: FormContext, { concern }: FallbackOptions): Markup {
  const { audience, licence } = instrument;
  const told = concern === undefined ? words('concern') : concern !== false && words.mark(concern, words.lang);
  return markup`${audience === 'client' && told && markup`<p class="attune-help">${told}</p>
`}${licenceNotice(licence)}`;
}

/** Only a web address becomes a link. */
function licenceNotice({ copyright, licenceHolder, licenceUrl }: Licence): Part {
  const owner = copyright.includes(licenceHolder) ? copyright : `${copyright} · ${licenceHolder}`;
  const terms = /^https?:\/\//i.test(licenceUrl) ? markup`<a href="${licenceUrl}" rel="noreferrer">${licenceUrl}</a>` : licenceUrl;
  return markup`<p class="attune-help">${owner} ${terms}</p>`;
}
