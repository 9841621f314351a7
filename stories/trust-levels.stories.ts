import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const meta = {
  title: 'Elements/Trust levels',
  component: 'attune-trust-levels',
  render: present,
  args: { show: true },
} satisfies Meta<Args>;
export default meta;

export const Table: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Printed in the source article without a citation, sample or definition');
    await person.sees('It says nothing certain about one person.');
    expect(person.root.querySelectorAll('tbody tr').length).toBe(3);
  },
  parameters: said('For the education of clinicians. The figures are never shown without the two lines around them.'),
};

export const Off: Story = {
  args: { show: false },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.widget.updateComplete;
    expect(person.page.trim()).toBe('');
  },
  parameters: said('Shows nothing until the host sets `show`.'),
};

export const BesideAScore: Story = {
  name: 'Beside a score',
  render: () => {
    const page = document.createElement('div');
    const score = document.createElement('p');
    score.setAttribute('result', 'score');
    score.textContent = 'On this page stands a person’s own score.';
    const levels = document.createElement('attune-trust-levels');
    levels.setAttribute('show', '');
    page.append(score, levels);
    return page;
  },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.widget.updateComplete;
    expect(person.page.trim()).toBe('');
  },
  parameters: said('Shows nothing, and reports it to the host: `attune-error` with `beside-a-score`.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  parameters: { ...said('On an Arabic page. Its own words stay English and are marked as such.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = { tags: ['dark'], parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = { name: '320 px', tags: ['narrow'], parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };

export const CustomTheme: Story = { name: 'Custom theme', args: plum, parameters: said('A clinic’s own colours through `--attune-*`.') };
