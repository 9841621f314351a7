/**
 * In the page, before its first script: `storyDone` resolves with the problems that Storybook reports about a story when it has
 * finished. `showStory(id)` shows another story.
 */
export const watchStories = () => {
  const events = ['storyFinished', 'storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying'];
  const say = value => (value?.stack ?? value?.message ?? (typeof value === 'string' ? value : JSON.stringify(value))) || 'failed';
  let channel, current, problems, end;
  const expectStory = id => {
    current = id;
    problems = [];
    window.storyDone = new Promise(resolve => (end = resolve));
  };
  expectStory(new URLSearchParams(location.search).get('id'));
  window.showStory = storyId => {
    expectStory(storyId);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  };
  const listen = () => {
    for (const name of events) {
      channel.on(name, value => {
        if (name !== 'storyFinished') problems.push(`${name}: ${[value].flat().map(say).join('\n')}`);
        else if (value.storyId !== current) problems.push(`${value.storyId} finished again`);
        else if (value.status !== 'success') problems.push(`status ${value.status}`);
        // Storybook sometimes reports a failing play function after storyFinished, so wait for it.
        setTimeout(end, 50, problems);
      });
    }
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: value => {
      channel = value;
      if (value) listen();
    },
  });
};
