import { createElement as h, useEffect, useRef, useState, type ReactElement } from 'react';
import { readDefinition, type Problem } from 'attune-elements/core';
import type { AttuneQuestionnaire } from 'attune-elements';

/** A definition with placeholder wording: four lines, one of them reversed, and a total. */
const EXAMPLE = {
  schema: 1,
  id: 'after-the-group',
  version: '1.0.0',
  language: 'en',
  title: 'After the group',
  audience: 'client',
  licence: {
    copyright: '(c) 2026 Harbour Clinic',
    licenceHolder: 'Harbour Clinic',
    licenceUrl: 'https://harbour.example/forms',
    licenceConfirmed: true,
  },
  normed: false,
  scales: {
    agree: {
      choices: [
        { code: 'no', text: 'No', value: 0 },
        { code: 'partly', text: 'Partly', value: 1 },
        { code: 'yes', text: 'Yes', value: 2 },
      ],
      unknown: "Can't say",
    },
  },
  absent: {},
  items: [
    { id: 'heard', type: 'choice', scale: 'agree', text: 'I was heard.' },
    { id: 'rushed', type: 'choice', scale: 'agree', text: 'I was rushed.', reverse: true },
    { id: 'again', type: 'choice', scale: 'agree', text: 'I would come again.' },
    { id: 'why', type: 'text', text: 'What kept you from it?', optional: true, when: { item: 'again', op: '=', value: 'no' } },
  ],
  scoring: { total: { method: 'percent', items: ['heard', 'rushed', 'again'], least: 2 } },
};

const field = { font: '13px/1.5 ui-monospace, monospace', inlineSize: '100%', padding: 12, border: '1px solid #7c8a8e', borderRadius: 8 };

function parsed(json: string): { data?: unknown; error?: string } {
  try {
    return { data: JSON.parse(json) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** A definition to edit, its questionnaire, the problems of the definition, and the score of the answers. */
export function InstrumentLab(): ReactElement {
  const [json, setJson] = useState(JSON.stringify(EXAMPLE, null, 2));
  const [score, setScore] = useState<unknown>();
  const place = useRef<HTMLDivElement>(null);
  const { data, error } = parsed(json);
  const read = readDefinition(data);
  const problems: Pick<Problem, 'path' | 'message'>[] = error ? [{ path: 'JSON', message: error }] : read.ok ? [] : read.problems;

  useEffect(() => {
    if (problems.length) return;
    const widget = document.createElement('attune-questionnaire') as AttuneQuestionnaire;
    widget.instrument = data as NonNullable<AttuneQuestionnaire['instrument']>;
    const show = (): void => setScore(widget.score);
    widget.addEventListener('change', show);
    place.current!.replaceChildren(widget);
    setScore(undefined);
    // Depends on the text alone, because `data` is a new object in every render.
  }, [json]);

  return h(
    'div',
    { className: 'sb-unstyled', style: { display: 'grid', gap: 16, margin: '16px 0' } },
    h(
      'label',
      null,
      h('span', { style: { display: 'block', marginBlockEnd: 4 } }, 'The instrument as JSON. Edit it:'),
      h('textarea', { value: json, rows: 22, spellCheck: false, style: field, onChange: (event) => setJson(event.currentTarget.value) }),
    ),
    h(
      'div',
      { role: 'status' },
      problems.length
        ? h(
            'ul',
            { style: { color: '#9a3412', margin: 0 } },
            problems.map(({ path, message }, i) => h('li', { key: i }, h('code', null, path), ` ${message}`)),
          )
        : 'The definition is valid.',
    ),
    h('div', { ref: place, style: { border: '1px solid #dde2e0', borderRadius: 12, overflow: 'hidden' } }),
    h(
      'pre',
      { style: { ...field, margin: 0, whiteSpace: 'pre-wrap' } },
      score ? JSON.stringify(score, null, 2) : 'Answer a line to see the score here. The person never sees it.',
    ),
  );
}
