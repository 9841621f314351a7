import '../../src/define/trust-questionnaire.ts';
import { elementContract } from '../contract/element-contract.ts';
import { fillingContract } from '../contract/filling-contract.ts';
import { formControlContract } from '../contract/form-control-contract.ts';
import { submissionContract } from '../contract/submission-contract.ts';
import { choose } from './fixtures/person.ts';

const tag = 'attune-trust-questionnaire';

elementContract({
  tag,
  property: { name: 'variant', value: 'intake', shows: 'Before you start' },
  act: (widget) => choose(widget, 0, 1),
});
submissionContract({ tag });
formControlContract({ tag, instrument: 'trust-12' });
fillingContract({ tag });
