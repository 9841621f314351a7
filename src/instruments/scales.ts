import type { AbsentReason, Choice, ChoiceScale, Licence } from '../core/instrument/instrument.ts';

/** From low to high. "Totally" at the ends lowers the ceiling (Thom et al. 1999). */
export const agree5: ChoiceScale = {
  choices: [
    { value: 1, code: 'totally-disagree', text: 'Totally disagree' },
    { value: 2, code: 'disagree', text: 'Disagree' },
    { value: 3, code: 'in-between', text: 'In between' },
    { value: 4, code: 'agree', text: 'Agree' },
    { value: 5, code: 'totally-agree', text: 'Totally agree' },
  ],
  unknown: "Can't say yet",
};

export const happened3: ChoiceScale = {
  choices: [
    { value: 0, code: 'no', text: 'No' },
    { value: 1, code: 'partly', text: 'Partly' },
    { value: 2, code: 'yes', text: 'Yes' },
  ],
  unknown: 'Not sure',
};

export const clear3: ChoiceScale = {
  choices: [
    { value: 0, code: 'not-clear', text: 'Not clear' },
    { value: 1, code: 'partly', text: 'Partly clear' },
    { value: 2, code: 'clear', text: 'Clear' },
  ],
  unknown: 'Not sure',
};

/** A clinician's observation of how often something happened in a session. */
export const often4: ChoiceScale = {
  choices: [
    { value: 0, code: 'not-seen', text: 'Not seen' },
    { value: 1, code: 'once', text: 'Once or twice' },
    { value: 2, code: 'several', text: 'Several times' },
    { value: 3, code: 'most', text: 'Most of the session' },
  ],
  unknown: 'Cannot say',
};

/** A clinician's observation of whether something happened. */
export const seen2: ChoiceScale = {
  choices: [
    { value: 0, code: 'not-seen', text: 'Not seen' },
    { value: 1, code: 'seen', text: 'Seen' },
  ],
  unknown: 'Cannot say',
};

/** Choices of a single item, without weights. Each code is its text in kebab-case, so a new text is a new code. */
export const choices = (...texts: string[]): Choice[] =>
  texts.map((text) => ({ code: text.toLowerCase().match(/\w+/g)!.join('-'), text }));

/** The wording of the reasons for leaving an item out. The scale has the wording of `unknown`. */
export const absent: Partial<Record<AbsentReason, string>> = {
  'not-applicable': 'Did not come up',
  declined: 'Skip this one',
};

/** The licence of all wording that was written for this library: MIT. */
export const licence: Licence = {
  copyright: 'Copyright (c) 2026 the Attune contributors',
  licenceHolder: 'the Attune contributors',
  licenceUrl: 'https://opensource.org/license/mit',
  licenceConfirmed: true,
};
