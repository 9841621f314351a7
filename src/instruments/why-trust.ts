import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { licence } from './scales.ts';

/** A card to read. Each row is a `display` item: `text` is its title, `help` its text, the tag `source` its citation. */
export const whyTrust: InstrumentDefinition = {
  schema: 1,
  id: 'why-trust',
  version: '1.0.0',
  language: 'en',
  title: 'Why trust matters',
  audience: 'client',
  licence,
  normed: false,
  scales: {},
  absent: {},
  items: [
    {
      id: 'safety',
      type: 'display',
      text: 'Feeling safe',
      help: 'It is easier to talk about hard things when you feel safe with someone.',
    },
    {
      id: 'alliance',
      type: 'display',
      text: 'Working together',
      help: 'Trust helps you and your therapist agree on what to work on, and how.',
    },
    {
      id: 'willingness',
      type: 'display',
      text: 'Trying things out',
      help: 'It is easier to try something new when you trust the person beside you.',
    },
    {
      id: 'outcomes',
      type: 'display',
      text: 'How therapy goes',
      help: 'Across many studies, people who work well with their therapist tend to do somewhat better. It does not say how it will go for you.',
      tags: {
        source:
          'Flückiger et al. 2018: alliance and outcome r = .278 (95 % CI .256 to .299), 295 studies. The alliance is wider than trust.',
      },
    },
  ],
};
