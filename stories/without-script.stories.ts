import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, within } from 'storybook/test';
import { getInstrument } from 'attune-elements/instruments';
import type { FallbackOptions } from 'attune-elements/html';
import { said } from './questionnaire-states.ts';
import { plainForm } from './without-script/plain-form.ts';

interface Args {
  instrument: string;
  options?: Record<string, string>;
  locale?: string;
  form?: Partial<FallbackOptions>;
}
type Story = StoryObj<Args>;

// By the signal of the story: another scheme or direction in the toolbar keeps the answers.
const pages = new WeakMap<AbortSignal, HTMLElement>();

/** A form without script needs no script to be shown. This page has one, which stands for the server: it reads what is sent. */
const meta = {
  title: 'Start/Without script',
  render: ({ instrument: id, options, locale = 'en', form }, { abortSignal }) => {
    const page = pages.get(abortSignal) ?? plainForm(id, { ...(options && { options }), locale, ...(form && { form }) });
    pages.set(abortSignal, page);
    return page;
  },
  args: { instrument: 'trust-pulse' },
  parameters: { controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta<Args>;
export default meta;

const press = (canvas: HTMLElement, name: string): Promise<void> => userEvent.click(within(canvas).getByRole('button', { name }));

export const Pulse: Story = {
  name: 'The one-minute pulse',
  parameters: said('Native controls in the light DOM, with the names of fields that `readForm` reads. A browser without scripts sends it as it is.'),
};

export const Sent: Story = {
  name: 'Filled in and sent',
  play: async ({ canvasElement }) => {
    for (const group of within(canvasElement).getAllByRole('radiogroup')) await userEvent.click(within(group).getAllByRole('radio')[1]!);
    await press(canvasElement, 'Send');
    const record: unknown = JSON.parse(canvasElement.querySelector('output')!.textContent!);
    const pulse = getInstrument('trust-pulse');
    await expect(record).toMatchObject({ status: 'completed', instrument: { id: 'trust-pulse', version: pulse.ok && pulse.instrument.version } });
  },
  parameters: said('The server makes the same record of it that the widget would give.'),
};

export const Refused: Story = {
  name: 'Sent with answers missing',
  args: { form: { required: true } },
  play: async ({ canvasElement }) => {
    const questions = within(canvasElement).getAllByRole('radiogroup').length;
    await userEvent.click(within(canvasElement).getAllByRole('radio')[0]!);
    // A browser that does not check `required`.
    canvasElement.querySelector('form')!.noValidate = true;
    await press(canvasElement, 'Send');
    await expect(canvasElement.querySelectorAll('.attune-problems a')).toHaveLength(questions - 1);
  },
  parameters: said('The server gives the form back as it was sent, with links to what is missing.'),
};

export const Conditions: Story = {
  name: 'Questions with conditions',
  args: { instrument: 'boundary-clarity', options: { 'last-time': 'no' } },
  parameters: said('A script cannot hide a question, so each one says when to answer it.'),
};

export const Dark: Story = { args: Conditions.args!, parameters: { page: { scheme: 'dark' } }, tags: ['dark'] };
export const ForcedColours: Story = { name: 'Forced colours', args: Refused.args!, play: Refused.play!, tags: ['forced-colors'] };
export const Narrow: Story = { name: '320 px wide', args: Conditions.args!, parameters: { page: { narrow: true } }, tags: ['narrow'] };

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { instrument: 'trust-12', options: { variant: 'intake' }, locale: 'ar', form: { who: 'المعالج النفسي' } },
  parameters: { page: { dir: 'rtl', lang: 'ar' } },
};
