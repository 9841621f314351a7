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
export const light = create({ base: 'light', ...shared, colorPrimary: '#1f6170', colorSecondary: '#1f6170', appBg: '#f3f6f5' });
export const dark = create({ base: 'dark', ...shared, colorPrimary: '#7fc8d2', colorSecondary: '#4f9aa6' });
