import type { Answer, InstrumentDefinition, Response } from 'attune-elements';

/** A code, or `?` and the reason why there is none. */
type Given = Record<string, string | number>;

const at = '2026-05-04T10:00:00+02:00';

/** What one person answered about a session, as a clinic would store it. */
export const seenBy = (
  author: NonNullable<Response['author']>,
  given: Given,
  { id, version, options = {} }: Pick<InstrumentDefinition, 'id' | 'version'> & { options?: Record<string, unknown> },
): Response => ({
  schema: 1,
  id: `${id}-${author}`,
  instrument: { id, version, options: 'perspective' in options ? { perspective: author } : {} },
  status: 'completed',
  startedAt: at,
  completedAt: at,
  locale: 'en',
  answers: Object.entries(given).map(([item, value]): Answer =>
    typeof value === 'string' && value.startsWith('?')
      ? { item, state: value.slice(1) as 'declined' | 'unknown' | 'not-applicable' }
      : { item, state: 'answered', values: [value] },
  ),
  encounter: 'session-7',
  author,
  software: { name: 'attune-elements', version: '0.1.0' },
});
