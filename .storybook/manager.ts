import { addons, types } from 'storybook/manager-api';
import { PANEL } from './what-leaves/channel.ts';
import { collectIn, WhatLeavesPanel } from './what-leaves/panel.ts';
import { dark, light } from './theme.ts';

addons.setConfig({ theme: matchMedia('(prefers-color-scheme: dark)').matches ? dark : light, layout: { panelPosition: 'bottom' } } as never);

addons.register(PANEL, (api) => {
  collectIn(api);
  addons.add(PANEL, { type: types.PANEL, title: 'What leaves this page', render: WhatLeavesPanel });
});
