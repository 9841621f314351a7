import { DocsContext } from '@storybook/addon-docs/blocks';
import { createElement as h, useContext, useEffect, useRef, useState, type ReactElement } from 'react';
import type { PreparedStory } from 'storybook/internal/types';

export type AnyStory = PreparedStory<never>;

/** One live story in a box. What its person does is not played. */
export function Live({ story }: { story: AnyStory }): ReactElement {
  const { renderStoryToElement } = useContext(DocsContext);
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const callbacks = {
      showMain: () => {},
      showError: ({ title, description = '' }: { title: string; description?: string }) => setProblem(`${title}: ${description}`),
      showException: ({ message }: Error) => setProblem(message),
    };
    const remove = renderStoryToElement(story, box.current!, callbacks, { autoplay: false });
    return () => void Promise.resolve().then(remove);
  }, [story, renderStoryToElement]);
  return h('div', null, problem ? h('pre', null, problem) : null, h('div', { ref: box }));
}
