import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { absent, agree5, licence } from './scales.ts';
import { facetLines, facets } from './trust-facets.ts';

const line = (id: string, facet: string, intake: string, session: string) => ({
  id,
  type: 'choice' as const,
  scale: 'agree5',
  text: { by: 'variant', is: { intake, session } },
  tags: { facet },
});

/** A line whose agreement means less trust. Positive keying asks its twin instead. */
const reversed = (id: string, facet: string, intake: string, session: string) => ({
  ...line(id, facet, intake, session),
  reverse: true,
  only: { keying: ['mixed'] },
});

const twin = (id: string, facet: string, intake: string, session: string) => ({
  ...line(id, facet, intake, session),
  only: { keying: ['positive'] },
});

/**
 * Twelve lines on trust in a therapist: before therapy (`variant` intake, about therapists in general) or after a
 * session. `keying` mixed has four reversed lines. Positive, the default at intake, has none. The variants measure
 * different things and the keyings are different forms, so change is never computed across them.
 */
export const trust12Form = {
  schema: 1,
  id: 'trust-12',
  version: '1.0.0',
  language: 'en',
  title: { by: 'variant', is: { intake: 'Before you start', session: "After today's session" } },
  audience: 'client',
  licence,
  normed: false,
  options: {
    variant: { values: ['intake', 'session'], default: 'session' },
    keying: { values: ['mixed', 'positive'], default: { by: 'variant', is: { intake: 'positive', session: 'mixed' } } },
  },
  intro: {
    by: 'variant',
    is: {
      intake:
        'These lines are about therapists in general. You may not have met yours yet. There are no right or wrong answers. You can leave out any line.',
      session: 'Think about the session you just had. There are no right or wrong answers. You can leave out any line.',
    },
  },
  scales: { agree5 },
  absent,
  items: [
    line(
      't01',
      'reliability',
      'A therapist would do what they say they will do.',
      'My therapist did what they said they would do.',
    ),
    line(
      't02',
      'competence',
      'A therapist would know how to help with what I am facing.',
      'My therapist knew how to help with what I am facing.',
    ),
    line('t03', 'integrity', 'A therapist would be honest with me.', 'My therapist was honest with me.'),
    reversed(
      't04',
      'safety',
      'A therapist would judge me for some things I have done.',
      'I felt judged by my therapist.',
    ),
    twin('t04p', 'safety', 'A therapist would accept me as I am.', 'I felt accepted by my therapist.'),
    line(
      't05',
      'reliability',
      'A therapist would remember what I tell them.',
      'My therapist remembered things I had told them.',
    ),
    reversed(
      't06',
      'competence',
      'A therapist would find it hard to understand my problem.',
      'My therapist found it hard to understand my problem.',
    ),
    twin('t06p', 'competence', 'A therapist would understand my problem.', 'My therapist understood my problem.'),
    line(
      't07',
      'safety',
      'I could tell a therapist what is on my mind without fear.',
      'I could say what was on my mind without fear.',
    ),
    line('t08', 'integrity', 'A therapist would admit a mistake.', 'My therapist would admit a mistake.'),
    reversed(
      't09',
      'reliability',
      'It is hard to guess how a therapist will treat me.',
      'It is hard to guess how my therapist will treat me.',
    ),
    twin('t09p', 'reliability', 'I know how a therapist will treat me.', 'I know how my therapist will treat me.'),
    line(
      't10',
      'competence',
      'A therapist would tell me why they work the way they do.',
      'My therapist told me why we worked the way we did.',
    ),
    reversed(
      't11',
      'integrity',
      'A therapist would hide things I should know.',
      'My therapist seemed to hide things I should know.',
    ),
    twin(
      't11p',
      'integrity',
      'A therapist would tell me what I should know.',
      'My therapist told me what I should know.',
    ),
    {
      ...line(
        't12',
        'safety',
        'A therapist would keep what I say private.',
        'My therapist will keep what I say private.',
      ),
      help: 'There are limits. Your clinic explains them.',
    },
    {
      id: 't-now',
      type: 'rating',
      min: 0,
      max: 10,
      minText: 'Not at all',
      maxText: 'Fully',
      text: {
        by: 'variant',
        is: {
          intake: 'Right now, how ready are you to trust a therapist?',
          session: 'Right now, how much do you trust your therapist?',
        },
      },
    },
    {
      id: 't-help',
      type: 'text',
      optional: true,
      text: {
        by: 'variant',
        is: {
          intake: 'What would help you feel safe to start?',
          session: 'Is there one thing that would help you trust more?',
        },
      },
    },
  ],
  scoring: {
    scales: {
      competence: { method: 'mean', items: facets.competence, least: 2 },
      integrity: { method: 'mean', items: facets.integrity, least: 2 },
      reliability: { method: 'mean', items: facets.reliability, least: 2 },
      safety: { method: 'mean', items: facets.safety, least: 2 },
    },
    total: {
      method: 'mean',
      items: facetLines,
      least: 10,
      everyScale: true,
      bands: {
        cuts: [{ band: 'low', below: 31.25 }, { band: 'moderate', below: 68.75 }, { band: 'high' }],
        method: 'symmetric response-anchor bands, not norms',
        uniformExcept: [3],
      },
    },
  },
  result: {
    items: facetLines,
    counts: '{towards} of your answers lean towards trust, {between} are in between, {away} lean away.',
    list: 'You might want to talk about',
    start: {
      by: 'variant',
      is: {
        intake: 'You can show this to your therapist.',
        session:
          'You do not have to bring this up. If you want to, you could start with: "Something last time did not sit right with me."',
      },
    },
    oneSided: 'Your answers do not make a clear summary. They can still help you talk.',
    tooFew: 'There were not enough answers to make a summary. That is fine. Your answers can still help you talk.',
    provenance:
      'This is a talking tool. It is not a test. It does not compare you with other people, and it does not say how well therapy will work.',
  },
} satisfies InstrumentDefinition;

/** With what clinicians read about it, which no widget shows. */
export const trust12 = {
  ...trust12Form,
  words: {
    clinicianNote: 'Thank them for telling you. Ask what would help. Do not defend.',
    use: 'the full form at intake, around session 3, then every 4 to 6 sessions; trust-pulse in between. Intake and session measure different things and different keyings are different forms; change is never computed across them.',
  },
} satisfies InstrumentDefinition;
