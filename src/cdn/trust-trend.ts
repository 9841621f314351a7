// The CDN file of the trend. It contains only the two trust forms, without their wording, so that a page that only shows
// scores does not load more. A host cannot register instruments in it.
import { flatSheet } from '../core/answering/flat-structure.ts';
import { TrendElement } from '../elements/trust-trend/trend-element.ts';
import { includeInstruments } from '../instruments/registry.ts';
import { trustForms } from '../instruments/trust-forms.ts';
import { defineElement } from '../ui/host/define-element.ts';

includeInstruments(...trustForms);

defineElement(
  'attune-trust-trend',
  class AttuneTrustTrend extends TrendElement {
    protected static override forms = { structure: flatSheet };
  },
);
