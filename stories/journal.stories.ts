import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { AttuneJournalShareEvent } from 'attune-elements';
import { Person } from './person.ts';
import { hostControl, present, type Args } from './present.ts';
import { plum, said } from './questionnaire-states.ts';

type Story = StoryObj<Args>;

const PLACE = 'attune-journal:a-story';
const WORDS = 'four words that I know';

const meta = {
  title: 'Elements/Journal',
  component: 'attune-journal',
  render: present,
  argTypes: { host: hostControl },
  args: {
    kept: 'memory', 'storage-key': 'a-story', who: 'Your therapist', when: 'before your next session', host: 'keeps it',
  },
  // Each story begins with a device on which nothing is stored.
  beforeEach: () => {
    localStorage.removeItem(PLACE);
    return () => localStorage.removeItem(PLACE);
  },
} satisfies Meta<Args>;
export default meta;

/** Puts a complete text into the field at once, and adds it. */
async function adds(person: Person, text: string): Promise<void> {
  await waitFor(() => expect(person.root.querySelector('textarea:not([readonly])')).not.toBeNull());
  const box = person.root.querySelector('textarea')!;
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await person.presses('Add to my journal');
}
async function locks(person: Person, words = WORDS, again = words): Promise<void> {
  await person.writes('Choose your words', words);
  await person.writes('The same words again', again);
  await person.presses('Lock it with these words');
}
const shares = (person: Person): unknown[] =>
  person.events('attune-journal-share').map((event) => (event as AttuneJournalShareEvent).detail);

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('This is not kept. Close the page and it is gone.');
    await person.sees('It is not sent unless you share it.');
  },
  parameters: said('In memory: nothing is stored, and the widget says so.'),
};

export const WithAPrompt: Story = {
  name: 'With a prompt',
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Give me a prompt');
    await person.sees('One thing I noticed about myself today.');
    await person.presses('Another prompt');
    await person.sees('A feeling I had, and what it might have been telling me.');
    await adds(person, 'I was cross in the morning. I think I was tired.');
    await adds(person, 'A good day. Nothing much.');
    await person.sees('A good day. Nothing much.');
  },
  parameters: said('A prompt, another prompt, or none. No streaks, no counts of days, no reminders.'),
};

export const Sharing: Story = {
  play: async (context) => {
    await WithAPrompt.play!(context);
    const person = new Person(context.canvasElement);
    await person.opens('Change or share');
    await person.presses('Share');
    await person.sees('Who sees this: Your therapist, before your next session.');
    expect(shares(person)).toEqual([]);
  },
  parameters: said('Before anything is sent, the widget says who will see it.'),
};

export const Shared: Story = {
  play: async (context) => {
    await adds(new Person(context.canvasElement), 'Something I want to bring along.');
    const person = new Person(context.canvasElement);
    await person.opens('Change or share');
    await person.presses('Share');
    await person.presses('Share this');
    await person.sees('You shared this.');
    expect(shares(person)).toHaveLength(1);
    expect(Object.keys(shares(person)[0] as object).sort()).toEqual(['date', 'id', 'text']);
  },
  parameters: said('The widget says “shared” only once the page has stored the entry. The event carries only this entry.'),
};

export const NotShared: Story = {
  name: 'Failed, then shared',
  args: { host: 'refuses once' },
  play: async ({ canvasElement, step }) => {
    const person = new Person(canvasElement);
    await adds(person, 'Something I want to bring along.');
    await person.opens('Change or share');
    await person.presses('Share');
    await person.presses('Share this');
    await person.sees('This did not save. You can try again.');
    await person.doesNotSee('You shared this.');
    await step('Another try offers the identical entry', async () => {
      await person.presses('Share this');
      await person.sees('You shared this.');
      const [first, second] = shares(person);
      expect(second).toEqual(first);
    });
  },
  parameters: said('The server refused once. What is not shared is never shown as shared.'),
};

export const Unconfirmed: Story = {
  args: { host: 'says nothing' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'Something I want to bring along.');
    await person.opens('Change or share');
    await person.presses('Share');
    await person.presses('Share this');
    await person.sees('This page has not confirmed this.');
  },
  parameters: said('Nobody called `waitUntil`: the entry may be shared or not, so the widget says neither.'),
};

export const Changing: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'A first try.');
    await person.opens('Change or share');
    await person.presses('Change');
    await person.isAt('textarea');
    await person.sees('Done');
  },
  parameters: said('A change is made in the same field, and unfinished text is never lost.'),
};

export const Erasing: Story = {
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'Not this one.');
    await person.opens('Change or share');
    await person.presses('Erase');
    await person.sees('Erase this? It cannot be brought back.');
  },
  parameters: said('The widget asks once.'),
};

export const AskedFirst: Story = {
  name: 'Asked first',
  args: { kept: 'device' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('Nothing is kept yet. You will be asked first.');
    await adds(person, 'The first entry.');
    await person.sees('Only on this device. Anyone who can unlock it may be able to read this.');
    expect(localStorage.getItem(PLACE)).toBeNull();
  },
  parameters: said('`kept="device"` allows storing. The person reads what that means, and chooses. Until then nothing is stored.'),
};

export const OnThisDevice: Story = {
  name: 'On this device',
  tags: ['keeps'],
  args: { kept: 'device' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'The first entry.');
    await person.presses('Keep it on this device');
    await person.sees('The first entry.');
    await waitFor(() => expect(localStorage.getItem(PLACE)).toContain('The first entry.'));
  },
  parameters: said('In `localStorage`, not encrypted, and the widget says so.'),
};

export const OnlyOnThisPage: Story = {
  name: 'Only on this page',
  args: { kept: 'device' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'The first entry.');
    await person.presses('Only on this page');
    await person.sees('This is not kept. Close the page and it is gone.');
    expect(localStorage.getItem(PLACE)).toBeNull();
  },
  parameters: said('The person may decline. Then nothing is stored.'),
};

export const ChoosingWords: Story = {
  name: 'Choosing words',
  args: { kept: 'passphrase' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'For my eyes.');
    await person.sees('Lost words cannot be reset.');
    await locks(person, 'short');
    await person.sees('At least 12 letters. Four or more words work well.');
    await person.isAt('[aria-invalid=true]');
    expect(localStorage.getItem(PLACE)).toBeNull();
  },
  parameters: said('The person chooses a passphrase before anything is stored. A lost passphrase cannot be recovered, and the widget says so.'),
};

export const UnderAPassphrase: Story = {
  name: 'Under a passphrase',
  tags: ['keeps'],
  args: { kept: 'passphrase' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'For my eyes.');
    await locks(person);
    await waitFor(() => expect(person.root.querySelector('article')).not.toBeNull());
    expect(localStorage.getItem(PLACE)).toContain('AES-256-GCM');
    expect(localStorage.getItem(PLACE)).not.toContain('eyes');
    await person.opens('Copies and more');
    await person.sees('A copy is not locked. Keep it safe.');
  },
  parameters: said('Only ciphertext is stored. The key is in memory only.'),
};

export const Locked: Story = {
  tags: ['keeps'],
  args: { kept: 'passphrase' },
  play: async (context) => {
    await UnderAPassphrase.play!(context);
    const person = new Person(context.canvasElement);
    await person.presses('Lock');
    await person.doesNotSee('For my eyes.');
    await person.writes('Your words', 'some other words');
    await person.presses('Unlock');
    await person.sees('These words do not open it. Nothing was lost.');
  },
  parameters: said('The journal is locked by Lock, when idle, and when the element leaves the page. A wrong passphrase loses nothing.'),
};

export const CannotBeRead: Story = {
  name: 'Cannot be read',
  tags: ['keeps'],
  args: { kept: 'device' },
  beforeEach: () => localStorage.setItem(PLACE, '{"attune-journal":2}'),
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.sees('There is a journal here that this page cannot read. It was left as it is.');
    expect(localStorage.getItem(PLACE)).toBe('{"attune-journal":2}');
  },
  parameters: said('The stored data is of a later version, or damaged. It is not changed, the journal continues in memory, and an error is reported to the host.'),
};

export const SharedDevice: Story = {
  name: 'On a device that others use',
  args: { kept: 'device', privacy: 'shared' },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'Here and gone.');
    await person.sees('This is not kept. Close the page and it is gone.');
    await person.doesNotSee('Save to read');
    expect(localStorage.getItem(PLACE)).toBeNull();
  },
  parameters: said('Never stored, no copies, erased when idle.'),
};

export const AboutToErase: Story = {
  name: 'About to be erased',
  args: { kept: 'device', privacy: 'shared', 'idle-minutes': 1 },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'Here and gone.');
    await person.sees('This will be erased in less than 60 seconds.');
  },
  parameters: said('Nobody was active on a shared device: the journal warns a minute before it erases.'),
};

export const QuickHide: Story = {
  name: 'Someone comes in',
  args: { 'quick-hide': true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, 'For my eyes.');
    await person.presses('Hide this');
    await waitFor(() => expect(person.page.trim()).toBe('Show'));
  },
  parameters: said('The widget is blank at once.'),
};

export const RightToLeft: Story = {
  name: 'Right to left',
  args: { 'quick-hide': true },
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await person.presses('Give me a prompt');
    await adds(person, 'اتصلت بأخي اليوم. تحدثنا لمدة ساعة.');
    await adds(person, 'And a line in English.');
  },
  parameters: { ...said('The person’s words in any direction. The dates follow the page’s language.'), page: { dir: 'rtl', lang: 'ar' } },
};

export const Dark: Story = {
  tags: ['dark'],
  play: WithAPrompt.play!,
  parameters: { ...said('Follows `color-scheme` of the page.'), page: { scheme: 'dark' } },
};

export const ForcedColours: Story = {
  name: 'Forced colours',
  tags: ['forced-colors'],
  play: Sharing.play!,
  parameters: said('To see it: DevTools, Rendering, emulate forced-colors.'),
};

export const Narrow: Story = {
  name: '320 px',
  tags: ['narrow'],
  args: { kept: 'passphrase' },
  play: ChoosingWords.play!,
  parameters: { ...said('The width of a small phone.'), page: { narrow: true } },
};

export const VeryLongText: Story = {
  name: 'Very long text',
  tags: ['narrow'],
  play: async ({ canvasElement }) => {
    const person = new Person(canvasElement);
    await adds(person, `${'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente'.repeat(3)}\n\n${'A long day, told in full. '.repeat(80)}`);
  },
  parameters: { ...said('Words that cannot be broken, at 320 px.'), page: { narrow: true } },
};

export const CustomTheme: Story = {
  name: 'Custom theme',
  args: plum,
  play: WithAPrompt.play!,
  parameters: said('A clinic’s own colours through `--attune-*`.'),
};
