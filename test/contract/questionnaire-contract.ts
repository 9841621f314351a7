import { accessibilityContract } from './accessibility-contract.ts';
import { discretionContract } from './discretion-contract.ts';
import { elementContract, type ElementSubject } from './element-contract.ts';
import { fillingContract } from './filling-contract.ts';
import { formControlContract } from './form-control-contract.ts';
import { hostValueContract } from './host-value-contract.ts';
import { privacyContract } from './privacy-contract.ts';
import { submissionContract } from './submission-contract.ts';

/** Every suite that all questionnaires must pass. */
export function questionnaireContract(subject: ElementSubject & { instrument: string }): void {
  elementContract(subject);
  discretionContract(subject);
  fillingContract(subject);
  submissionContract(subject);
  formControlContract(subject);
  hostValueContract(subject);
  privacyContract(subject);
  accessibilityContract(subject);
}
