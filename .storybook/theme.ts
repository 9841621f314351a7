import { create } from 'storybook/theming';

const shared = {
  brandTitle: 'Attune',
  brandTarget: '_self',
  // System fonts, so that Storybook does not request fonts either.
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, monospace',
  appBorderRadius: 8,
  inputBorderRadius: 8,
};

/** Themes of the Storybook interface, in the colours of the widgets. */
export const light = create({
  base: 'light',
  ...shared,
  colorPrimary: '#1f6170',
  colorSecondary: '#1f6170',
  appBg: '#f3f6f5',
  appContentBg: '#fff',
  appPreviewBg: '#eef2f1',
  appBorderColor: '#dde2e0',
  textColor: '#1e2a2e',
  textMutedColor: '#4f5d61',
  barTextColor: '#4f5d61',
  barSelectedColor: '#1f6170',
  barHoverColor: '#1f6170',
  inputBorder: '#7c8a8e',
  inputTextColor: '#1e2a2e',
});
export const dark = create({
  base: 'dark',
  ...shared,
  colorPrimary: '#7fc8d2',
  colorSecondary: '#4f9aa6',
  appBg: '#0f1619',
  appContentBg: '#172024',
  appPreviewBg: '#0f1619',
  appBorderColor: '#2c383c',
  textColor: '#e8eeec',
  textMutedColor: '#aebbbc',
  barBg: '#172024',
  barTextColor: '#aebbbc',
  barSelectedColor: '#7fc8d2',
  barHoverColor: '#7fc8d2',
  inputBg: '#172024',
  inputBorder: '#74858a',
  inputTextColor: '#e8eeec',
});
