import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { Person } from './person.ts';
import { present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const meta = {
  title: 'Elements/Why trust matters',
  component: 'attune-why-trust',
  render: present,
} satisfies Meta<Args>;
export default meta;

export const Card: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('It does not say how it will go for you.');
    await person.sees('Flückiger et al. 2018');
    expect(person.root.querySelector('button,input,a')).toBeNull();
  },
  parameters: said('A card to read. It asks nothing and sends nothing. Statements from research name their source.'),
};

export const WithOwnWords: Story = {
  name: 'With the clinic’s own words',
  args: {
    'slot:before': 'From all of us at Harbour Clinic.',
    'slot:after': 'If something here does not fit how you feel, that is worth talking about too.',
  },
  parameters: said('The clinic’s words before and after the lines.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { 'slot:before': 'من فريق العيادة.' },
  parameters: { ...said('On an Arabic page. The card’s own words stay English and are marked as such.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = { tags: ['dark'], parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = { name: '320 px', tags: ['narrow'], parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  args: { 'slot:before': 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle '.repeat(3) },
  parameters: { ...said('A word that cannot be broken, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = { name: 'Custom theme', args: plum, parameters: said('A clinic’s own colours through `--attune-*`.') };
