import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { keyOf } from './badge-messages.ts';
import type { TemplateData } from './badge-content.ts';
import { type Edit, LONGEST } from './badge-state.ts';
import { stamp } from './stamp.ts';

/** The fields for the person's own words, and for their own milestone the choice of drawings. */
export const editorFields = (data: TemplateData, isCustom: boolean): unknown[] => [
  isCustom ? field(data, 'text') : '',
  field(data, 'note'),
  data.state.values.shared ? html`<p class="help" id="under">${data.t('underText')}</p>` : '',
  isCustom ? motifs(data) : '',
];

/** What the person typed and chose. */
export function readEditor(root: ParentNode): Edit {
  const fields = [...root.querySelectorAll<HTMLInputElement>('#text,#note')];
  const motif = root.querySelector<HTMLInputElement>(':checked');
  return {
    ...Object.fromEntries(fields.map(({ id, value }) => [id, value])),
    ...(motif && { motif: Number(motif.value) }),
  };
}

/**
 * The value of the milestone is the default value only, so that a later value of the host does not replace the typed text.
 */
function field({ state, progress, t }: TemplateData, name: 'text' | 'note'): TemplateResult {
  const isTooLong = state.tooLong === name;
  const value = state.values[name] ?? '';
  const notes = [isTooLong && 'error', state.values.shared && 'under'].filter(Boolean).join(' ');
  const { isOpen } = progress;
  return html`<label for=${name}>${t(keyOf(name))}</label>
    ${
      name === 'text'
        ? html`<input
            class="home"
            id="text"
            dir="auto"
            autocomplete="off"
            .defaultValue=${value}
            ?readonly=${isOpen}
            aria-invalid=${isTooLong}
            aria-describedby=${isTooLong ? 'error' : nothing}
          />`
        : html`<textarea
            class="home"
            id="note"
            dir="auto"
            rows="3"
            .defaultValue=${value}
            ?readonly=${isOpen}
            aria-invalid=${isTooLong}
            aria-describedby=${notes || nothing}
          ></textarea>`
    }
    ${isTooLong ? html`<p class="error" id="error">${t('errorLong', { count: LONGEST[name] })}</p>` : ''}`;
}

const motifs = ({ id, state, progress, t }: TemplateData): TemplateResult =>
  html`<fieldset part="motifs" ?disabled=${progress.isOpen}>
    <legend>${t('badge.motif')}</legend>
    ${([1, 2, 3] as const).map(
      (motif) => html`<label>
        <input type="radio" name="motif-${id}" value=${motif} ?checked=${motif === state.values.motif} />
        ${stamp(`custom-${motif}`, 72)} ${t(`badge.motif${motif}`)}
      </label>`,
    )}
  </fieldset>`;
