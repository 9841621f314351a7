// Runs in the measured page, before the adapter, and is in nobody's size. It holds the questionnaire, the clock and the
// click loop, so that every adapter does the same work.
(() => {
  const params = new URLSearchParams(location.search);
  const items = Number(params.get('items'));
  const widgets = Number(params.get('widgets'));
  const byItself = params.has('mount');

  const OPTIONS = ['Not at all', 'A little', 'Moderately', 'Quite a lot', 'Completely'];
  const STEMS = [
    'I feel that I can speak openly in my sessions',
    'My therapist understands what matters to me',
    'I know what we are working towards',
    'I can say so when something does not help',
    'I trust that what I say stays confidential',
    'The pace of our work feels right to me',
  ];
  const idOf = (widget, item) => `w${widget}q${item + 1}`;
  const questionnaire = widget => ({
    id: `w${widget}`,
    title: `Session trust questionnaire ${widget + 1}`,
    options: OPTIONS.map((text, value) => ({ value: String(value), text })),
    items: Array.from({ length: items }, (_, item) => ({
      id: idOf(widget, item),
      text: `${STEMS[item % STEMS.length]} (statement ${item + 1})`,
    })),
  });
  const choice = item => (item * 7 + 3) % OPTIONS.length;

  /** Resolves once the next frame has been painted. */
  const frame = () =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });

  let adapter;
  const hosts = [];
  const sent = [];
  const radiosOf = host => (adapter.radios ? adapter.radios(host) : host.querySelectorAll('input[type=radio]'));

  const mount = async () => {
    await new Promise(resolve => setTimeout(resolve)); // in a task of its own
    const start = performance.now();
    const pending = [];
    for (let widget = 0; widget < widgets; widget++) {
      const host = document.createElement('div');
      document.getElementById('root').append(host);
      hosts.push(host);
      pending.push(adapter.mount(host, questionnaire(widget), answers => (sent[widget] = answers)));
    }
    await Promise.all(pending);
    const isFull = host => radiosOf(host).length === items * OPTIONS.length;
    while (!hosts.every(isFull)) {
      if (performance.now() - start > 90_000) throw new Error(`${radiosOf(hosts[0]).length} radios after 90 s`);
      await frame();
    }
    const complete = await frame();
    return { complete, mount: complete - start };
  };

  // Looked up once, and again only where the adapter has replaced them: the look-up is not part of an answer.
  const found = [];
  const radio = (widget, item) => {
    const at = item * OPTIONS.length + choice(item);
    if (!found[widget]?.[at]?.isConnected) found[widget] = [...radiosOf(hosts[widget])];
    return found[widget][at];
  };

  const answered = new Set();
  const place = number => [Math.floor(number / items), number % items];

  /** Up to `count` answers spread evenly over the page, each in a frame of its own. */
  const answerSome = async count => {
    const all = items * widgets;
    const step = Math.max(1, Math.floor(all / count));
    const sample = Array.from({ length: Math.min(count, Math.floor(all / step)) }, (_, i) => i * step);
    for (let widget = 0; widget < widgets; widget++) radio(widget, 0);
    const toFrame = [];
    const end = performance.now() + 8000;
    for (const number of sample) {
      const input = radio(...place(number));
      const start = performance.now();
      input.click();
      toFrame.push((await frame()) - start);
      answered.add(number);
      if (performance.now() > end) break;
    }
    return { count: toFrame.length, toFrame };
  };

  /** The rest, some in a frame; false where that takes too long to be worth it. */
  const answerRest = async (most = 8000) => {
    const end = performance.now() + most;
    for (let number = 0; number < items * widgets; number++) {
      if (answered.has(number)) continue;
      radio(...place(number)).click();
      if (number % 20 === 0) await frame();
      if (performance.now() > end) return false;
    }
    await frame();
    return true;
  };

  /** Sends, and compares what came out with what was clicked. */
  const submit = async () => {
    for (const host of hosts) {
      if (adapter.submit) adapter.submit(host);
      else host.querySelector('[type=submit]').click();
    }
    for (const end = performance.now() + 20_000; hosts.some((_, widget) => !sent[widget]); await frame()) {
      if (performance.now() > end) throw new Error('nothing was sent');
    }
    sent.forEach((answers, widget) => {
      for (let item = 0; item < items; item++) {
        const got = answers[idOf(widget, item)];
        if (String(got) !== String(choice(item))) throw new Error(`${idOf(widget, item)} came out as ${got}`);
      }
    });
  };

  const bench = { state: 'loading', mount, answerSome, answerRest, submit };
  window.__bench = bench;
  window.__adapter = async given => {
    adapter = given;
    bench.state = 'ready';
    if (!byItself) return;
    try {
      bench.marks = await mount();
      bench.state = 'mounted';
    } catch (error) {
      bench.error = String(error);
      bench.state = 'error';
    }
  };
})();
