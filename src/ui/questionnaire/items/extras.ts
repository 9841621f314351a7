import { html, nothing, render, type TemplateResult } from '../../lit/lit.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Media } from '../../../core/item-types/presentation.ts';
import type { ItemContext } from './item-type-view.ts';

const link = (address: string, text: string, { t }: ItemContext): TemplateResult =>
  html`<p class="more"><a part="link" href=${address} target="_blank" rel="noopener noreferrer">${t('fhir.newWindow', { text })}</a></p>`;

/** A picture, a sound or a video whose content is in the form. */
export function pictureOf({ type, data, title }: Media, { t }: ItemContext): HTMLElement {
  const [kind] = type.split('/');
  const name = title ?? t.text('fhir.media');
  const element = document.createElement(kind === 'image' ? 'img' : (kind as 'audio' | 'video'));
  if (element instanceof HTMLImageElement) element.alt = name;
  else {
    element.controls = true;
    element.setAttribute('aria-label', name);
  }
  element.setAttribute('part', 'media');
  element.src = `data:${type};base64,${data ?? ''}`;
  return element;
}

/** Pictures do not load again at each answer. */
const pictures = new WeakMap<Media, WeakMap<ItemContext, HTMLElement>>();

function shownOf(media: Media, context: ItemContext): unknown {
  if (media.data === undefined) return media.url === undefined ? nothing : link(media.url, media.title ?? context.t.text('fhir.media'), context);
  const known = pictures.get(media) ?? new WeakMap<ItemContext, HTMLElement>();
  pictures.set(media, known);
  const element = known.get(context) ?? pictureOf(media, context);
  known.set(context, element);
  return html`<p>${element}</p>`;
}

/** Shows the pictures of an item, and the links to more about it. What is at an address is a link: a widget requests nothing of others. */
export function showExtras(place: HTMLElement, { media = [], links = [] }: Item, context: ItemContext): void {
  if (!media.length && !links.length) return;
  render(html`${media.map((one) => shownOf(one, context))}${links.map((address) => link(address, context.t.text('fhir.moreAbout'), context))}`, place);
}
