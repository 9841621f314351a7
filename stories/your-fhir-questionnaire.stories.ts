import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { toQuestionnaire } from 'attune-elements/fhir';
import { getInstrument } from 'attune-elements/instruments';
import { Person } from './person.ts';
import { said } from './questionnaire-states.ts';
import { tryQuestionnaire } from './your-fhir/try-questionnaire.ts';
import { walkingGroup } from './your-fhir/walking-group.ts';

type Story = StoryObj;
type Play = NonNullable<Story['play']>;

const pulse = getInstrument('trust-pulse');
if (!pulse.ok) throw new Error('There is no trust-pulse');
const examples = [
  { name: 'a form of another system', resource: walkingGroup },
  { name: 'our one-minute pulse', resource: toQuestionnaire(pulse.instrument, { fhirVersion: 'R4' }).resource },
];

// By the signal of the story: another scheme or direction in the toolbar keeps the answers.
const pages = new WeakMap<AbortSignal, HTMLElement>();

const meta = {
  title: 'Start/Your FHIR Questionnaire here',
  render: (_, { abortSignal }) => {
    const page = pages.get(abortSignal) ?? tryQuestionnaire(examples);
    pages.set(abortSignal, page);
    return page;
  },
  parameters: { controls: { disable: true } },
  tags: ['!autodocs'],
} satisfies Meta;
export default meta;

const field = (canvas: HTMLElement) => within(canvas).getByLabelText<HTMLTextAreaElement>(/^Paste it here/);
const status = (canvas: HTMLElement) => within(canvas).getByRole('status');
const says = (canvas: HTMLElement, words: RegExp): Promise<void> => waitFor(() => expect(status(canvas).textContent).toMatch(words));
const rows = (canvas: HTMLElement): string[] => [...canvas.querySelectorAll('tbody tr')].map(({ children }) => [...children].map((cell) => cell.textContent).join(' | '));

/** Replaces the text in the field by another one from the clipboard. */
async function pastes(canvas: HTMLElement, text: string): Promise<void> {
  field(canvas).select();
  await userEvent.paste(text);
}

const reads: Play = async ({ canvasElement }) => {
  await new Person(canvasElement).sees('Join the walking group');
  await says(canvasElement, /^The form is shown\. It was read as FHIR R4, with \d+ issues?\.$/);
  expect(rows(canvasElement)).toEqual(expect.arrayContaining([expect.stringMatching(/^limited \| 2\.6 \| Value set not expanded/), expect.stringMatching(/^ignored \| 4 \| Extension ignored/)]));
};

export const PasteOne: Story = { name: 'Paste one', play: reads, parameters: said('It begins with a form that another system could have written. Two parts of it are in the table of issues.') };

export const Sent: Story = {
  name: 'Filled in and sent',
  play: async (context) => {
    const { canvasElement } = context;
    await reads(context);
    const person = new Person(canvasElement);
    await person.writes('1.1 What may we call you?', 'Sam');
    await person.chooses('2.1 Which pace suits you?', 'Steady');
    await person.presses('Send');
    await person.presses('Finish and send what I have');
    await says(canvasElement, /^The QuestionnaireResponse is on this page now/);
    const shown = within(canvasElement).getByRole<HTMLTextAreaElement>('textbox', { name: 'The QuestionnaireResponse' });
    const response = JSON.parse(shown.value) as { item: { item?: object[] }[] } & Record<string, unknown>;
    expect(response).toMatchObject({ resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: 'https://walkers.example/fhir/Questionnaire/walking-group|2.1' });
    const answers = response.item.flatMap(({ item = [] }) => item);
    expect(answers).toContainEqual(expect.objectContaining({ linkId: '1.1', answer: [{ valueString: 'Sam' }] }));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Copy it' }));
    await says(canvasElement, /^(Copied\.|The browser does not allow a page to copy\. The text is selected)/);
    expect(answers).toContainEqual(expect.objectContaining({ linkId: '2.1', answer: [{ valueCoding: { system: 'https://walkers.example/fhir/CodeSystem/walking-group', code: 'steady', display: 'Steady' } }] }));
  },
  parameters: said('After sending, the QuestionnaireResponse is beside the form. It has the canonical, the linkIds and the codes of the Questionnaire.'),
};

export const Pasted: Story = {
  name: 'Another one is pasted',
  play: async ({ canvasElement }) => {
    const resource = { resourceType: 'Questionnaire', status: 'draft', title: 'Pasted', language: 'en', copyright: 'Me', item: [{ linkId: 'a', type: 'string', text: 'Is this mine?' }] };
    await pastes(canvasElement, JSON.stringify(resource));
    await new Person(canvasElement).sees('Is this mine?');
  },
  parameters: said('What is pasted is shown at once. After an edit, “Show this form” reads it again.'),
};

const resourceOfFile = JSON.stringify({ resourceType: 'Questionnaire', status: 'draft', title: 'From a file', item: [{ linkId: 'a', type: 'date', text: 'When was it?' }] });
const file = (): File => new File([resourceOfFile], 'mine.json', { type: 'application/json' });
const showsFile = async (canvas: HTMLElement): Promise<void> => {
  await waitFor(() => expect(field(canvas).value).toBe(resourceOfFile));
  await new Person(canvas).sees('When was it?');
};

export const Dropped: Story = {
  name: 'A file is dropped',
  play: async ({ canvasElement }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file());
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    field(canvasElement).dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
    await showsFile(canvasElement);
  },
  parameters: said('A file that is dropped on the field is read, and the browser does not open it in place of the page.'),
};

export const AFile: Story = {
  name: 'A file is chosen',
  play: async ({ canvasElement }) => {
    await userEvent.upload(within(canvasElement).getByLabelText('Or choose a file'), file());
    await showsFile(canvasElement);
  },
  parameters: said('The browser reads the file. It is not uploaded.'),
};

export const OneOfOurs: Story = {
  name: 'One of ours',
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Example: our one-minute pulse' }));
    await new Person(canvasElement).sees('One minute.');
    expect(JSON.parse(field(canvasElement).value)).toMatchObject({ resourceType: 'Questionnaire', name: expect.stringMatching(/pulse/i) });
  },
  parameters: said('An instrument of this package as a Questionnaire, read back. The hidden items with its scores are in the table.'),
};

export const NotJson: Story = {
  name: 'Not JSON',
  play: async ({ canvasElement }) => {
    await pastes(canvasElement, '{"resourceType": "Questionnaire", ');
    await says(canvasElement, /^This is not JSON\. The browser says: .+ The form below is still the earlier one\.$/);
    expect(field(canvasElement).getAttribute('aria-invalid')).toBe('true');
    await new Person(canvasElement).sees('Join the walking group');
  },
  parameters: said('A sentence says what is wrong. The earlier form, and the answers in it, stay.'),
};

export const AnotherResource: Story = {
  name: 'Another resource',
  play: async ({ canvasElement }) => {
    await pastes(canvasElement, '{"resourceType": "Patient", "id": "7"}');
    await says(canvasElement, /^This is another resource: Patient\. Only a Questionnaire can be shown here\./);
    await pastes(canvasElement, '[1, 2]');
    await says(canvasElement, /^This is JSON, but no FHIR resource/);
    await pastes(canvasElement, '{"resourceType": "Bundle"}');
    await says(canvasElement, /^This is a Bundle/);
  },
  parameters: said('Only a Questionnaire can be shown.'),
};

export const NothingToShow: Story = {
  name: 'Nothing to show',
  play: async ({ canvasElement }) => {
    await pastes(canvasElement, '{"resourceType": "Questionnaire", "status": "active"}');
    await says(canvasElement, /^This Questionnaire cannot be shown/);
    expect(canvasElement.querySelector('attune-questionnaire')).toBeNull();
    expect(rows(canvasElement)).toEqual([expect.stringMatching(/^invalid \| item \| No items/)]);
  },
  parameters: said('A Questionnaire without items. The table says why there is no form.'),
};

export const RightToLeft: Story = { name: 'Right to left', parameters: { ...said('From right to left. JSON stays from left to right.'), page: { dir: 'rtl' } } };

export const Dark: Story = { tags: ['dark'], play: Sent.play!, parameters: { ...said('On a dark page.'), page: { scheme: 'dark' } } };

export const ForcedColours: Story = { name: 'Forced colours', tags: ['forced-colors'], play: NotJson.play!, parameters: said('In the colours of the person.') };

export const Narrow: Story = { name: '320 px', tags: ['narrow'], play: Sent.play!, parameters: { ...said('The width of a small phone.'), page: { narrow: true } } };
