import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { isDay } from '../../core/plain-data/iso-date.ts';
import { directionOf, isSameLanguage } from '../../ui/text/direction.ts';
import { levelOf } from '../../ui/templates/heading.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';
import { type TemplateData, hasRetry, isDisabled, storageWord, statusWord } from './badge-content.ts';
import { keyOf } from './badge-messages.ts';
import type { ButtonName } from './badge-state.ts';
import { editorFields } from './editor-template.ts';
import { artKey, stamp } from './stamp.ts';
import { day } from '../../ui/text/format.ts';

export function badgeTemplate(data: TemplateData): TemplateResult {
  const { item, state, progress, t } = data;
  const status = statusWord(state, progress);
  return widgetRoot(
    { part: 'badge', class: item.tags!.family!, nameless: true, t },
    html`${
      state.values.removed
        ? html`<p class="home help" part="removed" tabindex="-1">${t('badge.removed')}</p>`
        : [figure(data), storageLine(data), panel(data)]
    }
    <p class="aside help ${status === 'notSaved' ? 'error' : ''}" part="status" role="status">${status && t(keyOf(status))}</p>
    ${hasRetry(state, progress) ? actions(button(data, 'retry', '')) : ''}`,
  );
}

function figure({ item, state, host, t, lang: itemLang }: TemplateData): TemplateResult {
  const { date, text, note, motif, putAway } = state.values;
  const isCustom = item.id === 'custom';
  const own = isCustom && text?.trim();
  // The person's own words have no known language. The wording has its own, if it is not that of the interface.
  const lang = isSameLanguage(itemLang, t.lang) ? nothing : itemLang;
  const dir = lang === nothing ? nothing : directionOf(itemLang);
  return html`<figure aria-labelledby="title">
    ${date && !putAway ? stamp(artKey(item.id, motif), host.size || 112) : ''}
    <figcaption>
      <h3
        id="title"
        class=${putAway ? 'home' : ''}
        part="title"
        tabindex="-1"
        aria-level=${levelOf(host.headingLevel)}
        lang=${own ? nothing : lang}
        dir=${own ? 'auto' : dir}
      >
        ${own || item.text}
      </h3>
      ${
        putAway
          ? ''
          : [
              date && isDay(date) ? html`<p class="help" part="date"><time datetime=${date}>${day(t, date)}</time></p>` : '',
              date && isCustom ? '' : html`<p part="text" lang=${lang} dir=${dir}>${item.help}</p>`,
              note?.trim() && state.panel !== 'editor' ? html`<p part="note" dir="auto">${note}</p>` : '',
            ]
      }
    </figcaption>
  </figure>`;
}

function storageLine({ state, progress, host, t }: TemplateData): unknown {
  const word = storageWord(state, progress, host.kept);
  return word && html`<p class="aside help" part="kept">${t(keyOf(word))}</p>`;
}

/** What the person can do now. */
function panel(data: TemplateData): TemplateResult {
  const { item, state, t, host } = data;
  const { date, shared, putAway } = state.values;
  const seen = shared ? html`<p class="help">${t('badge.unshareNote')}</p>` : '';
  if (state.panel === 'editor') {
    return html`<div part="editor" role="group" aria-labelledby="title">
      ${editorFields(data, item.id === 'custom')} ${actions(button(data, 'save', 'main'), button(data, 'cancel'))}
    </div>`;
  }
  if (state.panel === 'question') {
    return html`<div part="confirm" role="group" aria-labelledby="ask">
      <div id="ask">
        <p>${t('badge.removeAsk')}</p>
        ${seen}
      </div>
      ${actions(button(data, 'cancel', 'home'), button(data, 'remove'))}
    </div>`;
  }
  if (putAway) return actions(button(data, 'bring-back'));
  if (!date) return actions(button(data, 'mark', 'home'));
  return html`<details part="more">
    <summary class="home" id="more" aria-labelledby="more title">${t('badge.change')}</summary>
    ${actions(
      button(data, 'word'),
      // Two places: a button that becomes its opposite would keep the focus, and the next key press would undo the last.
      shared ? button(data, 'unshare') : '',
      !shared && host.kept === 'clinic' ? button(data, 'share') : '',
      button(data, 'put-away'),
      button(data, 'remove'),
    )}
    ${seen}
  </details>`;
}

const button = ({ state, progress, t }: TemplateData, name: ButtonName, kind = 'quiet'): TemplateResult =>
  html`<button
    type="button"
    id=${name}
    class=${kind}
    part=${name}
    aria-labelledby="${name} title"
    aria-disabled=${isDisabled(state, progress, name) || nothing}
  >
    ${t(keyOf(name))}
  </button>`;
