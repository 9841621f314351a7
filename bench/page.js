// Runs in the measured page before the adapter. It is not part of any measured size. It contains the questionnaire, the
// clock and the click loop, so that every adapter does the same work.
(() => {
  const params = new URLSearchParams(location.search);
  const items = Number(params.get('items'));
  const widgets = Number(params.get('widgets'));
  const mountsAtLoad = params.has('mount');

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

  /** Resolves when the next frame is painted. */
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
    await new Promise(resolve => setTimeout(resolve)); // start a new task
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

  // The radios are looked up once, and again only if the adapter has replaced them, so that the time of an answer does
  // not include the look-up.
  const found = [];
  const radio = (widget, item) => {
    const at = item * OPTIONS.length + choice(item);
    if (!found[widget]?.[at]?.isConnected) found[widget] = [...radiosOf(hosts[widget])];
    return found[widget][at];
  };

  const answered = new Set();
  const positionOf = number => [Math.floor(number / items), number % items];

  /** Gives up to `count` answers, spread evenly over the page, one per frame. */
  const answerSome = async count => {
    const all = items * widgets;
    const step = Math.max(1, Math.floor(all / count));
    const sample = Array.from({ length: Math.min(count, Math.floor(all / step)) }, (_, i) => i * step);
    for (let widget = 0; widget < widgets; widget++) radio(widget, 0);
    const toFrame = [];
    const end = performance.now() + 8000;
    for (const number of sample) {
      const input = radio(...positionOf(number));
      const start = performance.now();
      input.click();
      toFrame.push((await frame()) - start);
      answered.add(number);
      if (performance.now() > end) break;
    }
    return { count: toFrame.length, toFrame };
  };

  /** Gives the remaining answers, several per frame. Resolves to false if that takes longer than `limit` milliseconds. */
  const answerRest = async (limit = 8000) => {
    const end = performance.now() + limit;
    for (let number = 0; number < items * widgets; number++) {
      if (answered.has(number)) continue;
      radio(...positionOf(number)).click();
      if (number % 20 === 0) await frame();
      if (performance.now() > end) return false;
    }
    await frame();
    return true;
  };

  /** Submits, and compares the submitted answers with the clicked ones. */
  const submit = async () => {
    for (const host of hosts) {
      if (adapter.submit) adapter.submit(host);
      else host.querySelector('[type=submit]').click();
    }
    for (const end = performance.now() + 20_000; hosts.some((_, widget) => !sent[widget]); await frame()) {
      if (performance.now() > end) throw new Error('nothing was submitted');
    }
    sent.forEach((answers, widget) => {
      for (let item = 0; item < items; item++) {
        const submitted = answers[idOf(widget, item)];
        if (String(submitted) !== String(choice(item))) {
          throw new Error(`${idOf(widget, item)} was submitted as ${submitted}, expected ${choice(item)}`);
        }
      }
    });
  };

  const bench = { state: 'loading', mount, answerSome, answerRest, submit };
  window.__bench = bench;
  window.__adapter = async given => {
    adapter = given;
    bench.state = 'ready';
    if (!mountsAtLoad) return;
    try {
      bench.marks = await mount();
      bench.state = 'mounted';
    } catch (error) {
      bench.error = String(error);
      bench.state = 'error';
    }
  };
})();
