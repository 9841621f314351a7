import type { Preview } from '@storybook/web-components-vite';
import 'attune-elements/define';
import './docs.css';
import { extractArgTypes, extractComponentDescription } from './arg-types.ts';
import { ElementPage } from './docs/element-page.ts';
import { snippet } from './docs/snippet.ts';
import { LANGUAGES, languageOf } from './languages.ts';
import { onPage } from './page.ts';
import { light } from './theme.ts';
import { watchStory } from './what-leaves/watch.ts';

let last: AbortSignal | undefined;

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onPage],
  loaders: [({ globals }) => languageOf(globals['lang']).load?.()],
  globalTypes: {
    scheme: {
      toolbar: {
        title: 'Scheme',
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
    lang: {
      description: 'Language of the page. All but English are machine translations that no native reviewer has read',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: LANGUAGES.map(({ tag, name, load }) => ({ value: tag, title: name, ...(load && { right: tag.includes('-x-') ? 'test' : 'draft' }) })),
        dynamicTitle: true,
      },
    },
    dir: {
      description: 'Direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'auto', title: 'As the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', lang: 'en', dir: 'auto' },
  beforeEach: ({ abortSignal, viewMode }) => {
    // With new args it is still the same story, so the list of what has left the page continues.
    if (viewMode === 'story' && abortSignal !== last) watchStory();
    last = abortSignal;
  },
  parameters: {
    layout: 'fullscreen',
    // In another language nothing is played, and the story is shown as it begins.
    throwPlayFunctionExceptions: false,
    a11y: { context: '#storybook-root', test: 'error' },
    actions: { disable: true },
    backgrounds: { disable: true },
    controls: { expanded: true, matchers: { color: /^--/ } },
    docs: {
      theme: light,
      page: ElementPage,
      extractArgTypes,
      extractComponentDescription,
      source: {
        type: 'code',
        language: 'html',
        transform: (_: string, { component, args }: { component: string; args: Record<string, unknown> }) =>
          component ? snippet('HTML', component, args)[0]!.code : _,
      },
    },
    options: {
      storySort: {
        order: [
          'Start',
          ['Widgets', 'Introduction', 'Embed in a minute', 'Your FHIR Questionnaire here'],
          'Elements',
          [
            'Trust questionnaire', 'Empathy checklist', 'Boundary card', 'Environment check', 'Rapport check', 'Openness check', 'Benefits check',
            'Check-in', 'Mistrust observation', 'Reflection', 'Milestone badge', 'Why trust matters', 'Any instrument', 'Item types', 'Session', 'Perspective gap', 'Trust over time', 'Journal', 'Milestones', 'Trust levels',
          ],
          'Guides',
          ['Events and keeping the data', 'Writing an instrument', 'Languages', 'In another product', 'Scores and what they can say', 'Pairs and trends', 'Theming', 'Accessibility', 'Privacy and intended use'],
        ],
      },
    },
  },
};
export default preview;
