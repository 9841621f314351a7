/** What tells session recorders and the autocapture of analytics to leave out an element. The sources are in docs/privacy.md. */
export const RECORDER_MARKS = {
  class: 'rr-block ph-no-capture sentry-block highlight-block amp-block mp-block mp-no-track nr-block fs-exclude',
  'data-dd-privacy': 'hidden',
  'data-clarity-mask': 'true',
  'data-heap-redact-text': 'true',
  'data-hj-suppress': '',
  'data-openreplay-hidden': '',
  'data-private': '',
};
