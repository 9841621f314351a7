import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { licence } from './scales.ts';

const milestone = (id: string, text: string, help: string, art: string, family: string) => ({
  id,
  type: 'display' as const,
  text,
  help,
  tags: { art, family },
});

/** Steps that a person can mark as reached. Each is a `display` item: `text` is its title, `help` its text. */
export const milestones: InstrumentDefinition = {
  schema: 1,
  id: 'milestones',
  version: '1.0.0',
  language: 'en',
  title: 'Milestones',
  audience: 'client',
  licence,
  normed: false,
  scales: {},
  absent: {},
  items: [
    milestone('first-step', 'First step', 'You came to a first session.', 'stepping stone', 'dawn'),
    milestone('said-it', 'Said it out loud', 'You put something hard into words.', 'ripples', 'sea'),
    milestone('asked', 'Asked a question', 'You asked about something that was not clear.', 'open window', 'dawn'),
    milestone('set-limit', 'Set a limit', 'You said what was okay for you and what was not.', 'garden gate', 'moss'),
    milestone('said-no', 'Said no', 'You turned something down.', 'closed shutter', 'moss'),
    milestone('spoke-up', 'Spoke up', 'You told your therapist when something did not work.', 'lighthouse', 'sea'),
    milestone(
      'repair',
      'Worked it through',
      'You and your therapist talked about a rough moment.',
      'mended bridge plank',
      'dusk',
    ),
    milestone('chose-goal', 'Chose my goal', 'You chose a goal that is yours.', 'light on the horizon', 'dawn'),
    milestone(
      'tried-new',
      'Tried something new',
      'You tried one thing in a new way. It counts, however it went.',
      'boat leaving shore',
      'sea',
    ),
    milestone('asked-help', 'Asked for help', 'You let someone help you.', 'two lamps', 'dusk'),
    milestone('took-rest', 'Took a rest', 'You gave yourself a rest.', 'bench under a tree', 'moss'),
    milestone('hard-day', 'Got through a hard day', 'You used something that helps you.', 'lamp in rain', 'dusk'),
    milestone('came-back', 'Came back', 'You came back after a break.', 'mooring', 'sea'),
    milestone('looked-back', 'Looked back', 'You took time to look back.', 'hill path', 'moss'),
    milestone('chose-path', 'Chose what is right for me', 'To stay, pause, change or leave.', 'fork in a path', 'dusk'),
    milestone('goodbye', 'Said goodbye', 'You ended well.', 'harbour mouth', 'dawn'),
    milestone(
      'custom',
      'My milestone',
      'Write your own, in your own words.',
      'blank pebble, three motifs to choose from',
      'sea',
    ),
  ],
  words: {
    rules:
      'The person picks or writes it. Nothing is awarded for scores or attendance. No streaks, points, ranks, countdowns, loss or expiry. It can be hidden and removed. Off by default, no prompts.',
    device: 'Kept on this device. Not sent to your therapist.',
    clinic: 'Kept in your clinic account. Not shown to your therapist.',
    shared: 'Your therapist can see this.',
    stop: 'Stop sharing. Your therapist may have seen it already.',
    mark: 'Mark a milestone',
    words: 'Your own words',
    hide: 'Hide',
    show: 'Show',
    remove: 'Remove',
    share: 'Share with my therapist',
  },
};
