import { accessibilityContract } from './accessibility-contract.ts';
import { discretionContract } from './discretion-contract.ts';
import { elementContract, type ElementSubject } from './element-contract.ts';
import { fillingContract } from './filling-contract.ts';
import { formControlContract } from './form-control-contract.ts';
import { hostValueContract } from './host-value-contract.ts';
import { privacyContract } from './privacy-contract.ts';
import { submissionContract } from './submission-contract.ts';

/**
 * Questionnaires with nothing of their own but an instrument of choices. The suites of the engine below run for each of them in
 * Chromium and in one other engine, and for all other questionnaires in three. Decision 0038 says why.
 */
const PLAIN: Readonly<Record<string, RegExp>> = {
  'benefits-check': /Chrome|Firefox/,
  'openness-check': /Chrome|Firefox/,
  'environment-check': /AppleWebKit/,
  'rapport-check': /AppleWebKit/,
};

/** Every suite that all questionnaires must pass. */
export function questionnaireContract(subject: ElementSubject & { instrument: string }): void {
  elementContract(subject);
  accessibilityContract(subject);
  // The name of Chromium contains that of WebKit.
  if (PLAIN[subject.instrument]?.test(navigator.userAgent) === false) return;
  discretionContract(subject);
  fillingContract(subject);
  submissionContract(subject);
  formControlContract(subject);
  hostValueContract(subject);
  privacyContract(subject);
}
