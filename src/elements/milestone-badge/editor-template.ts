import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/plain-data/fill.ts';
import type { TemplateData } from './badge-content.ts';
import { type Edit, LONGEST } from './badge-state.ts';
import { stamp } from './stamp.ts';

/** The fields for the person's own words, and the drawings of a milestone of their own. */
export const editorFields = (view: TemplateData, isCustom: boolean): unknown[] => [
  isCustom ? field(view, 'text') : '',
  field(view, 'note'),
  view.state.values.shared ? html`<p class="help" id="under">${view.words.underText}</p>` : '',
  isCustom ? motifs(view) : '',
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

/** The value of the milestone is the default only: a later value of the host never replaces what the person types. */
function field({ state, progress, words }: TemplateData, name: 'text' | 'note'): TemplateResult {
  const isTooLong = state.tooLong === name;
  const value = state.values[name] ?? '';
  const notes = [isTooLong && 'error', state.values.shared && 'under'].filter(Boolean).join(' ');
  const { isOpen } = progress;
  return html`<label for=${name}>${words[name]}</label>
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
    ${isTooLong ? html`<p class="error" id="error">${fill(words.errorLong, { max: LONGEST[name] })}</p>` : ''}`;
}

const motifs = ({ id, state, progress, words }: TemplateData): TemplateResult =>
  html`<fieldset part="motifs" ?disabled=${progress.isOpen}>
    <legend>${words.motif}</legend>
    ${words.motifs.map(
      (name, i) => html`<label>
        <input type="radio" name="motif-${id}" value=${i + 1} ?checked=${i + 1 === state.values.motif} />
        ${stamp(`custom-${i + 1}`, 72)} ${name}
      </label>`,
    )}
  </fieldset>`;
