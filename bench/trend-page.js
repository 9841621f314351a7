// Runs in the measured page. Draws the trend, or the same chart as a static SVG, and resolves when the page is painted.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const DAY = 86_400_000;

  /** Weekly sessions with a few drops. Every 17th has no score. The records are the same in every run. */
  const records = Array.from({ length: 200 }, (_, i) => {
    const pomp = Math.round(70 + 6 * Math.sin(i * 1.7) + 6 * Math.sin(i * 0.13) - (i % 41 === 30 ? 35 : 0));
    const missing = ['t01', 't02', 't03'];
    const scored = { status: 'scored', method: 'mean', raw: 1 + pomp / 25, min: 1, max: 5, pomp, answered: 12, of: 12, prorated: false };
    return {
      date: new Date(Date.UTC(2022, 0, 3) + i * 7 * DAY).toISOString().slice(0, 10),
      score: {
        status: i % 17 === 9 ? 'insufficient' : 'complete',
        total: i % 17 === 9 ? { status: 'insufficient', missing, reason: '9 of 12 answered, 10 needed' } : scored,
        scales: {},
        missing: i % 17 === 9 ? missing : [],
        provenance: { instrument: 'trust-12', version: '1.0.0', options: { variant: 'session', keying: 'mixed' }, normed: false, method: 'mean' },
      },
    };
  });

  /** Resolves when the next frame is painted. */
  const frame = () =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      });
    });

  let drawn;
  const show = async element => {
    document.body.append(element);
    await frame();
    await frame();
    drawn = element;
  };

  const describe = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? node.data : undefined;
    if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
    const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
    return [node.localName, attributes, [...node.childNodes].map(describe).filter(child => child !== undefined)];
  };

  const make = ([name, attributes, children], isSvg = name === 'svg') => {
    const element = isSvg ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [key, value] of attributes) element.setAttribute(key, value);
    for (const child of children) element.append(typeof child === 'string' ? child : make(child, isSvg || child[0] === 'svg'));
    return element;
  };

  let chart;
  let sheets;
  window.__trend = {
    /** The chart that the widget has drawn, as data: its nodes and the styles that apply to them. */
    describe() {
      const { shadowRoot } = drawn;
      const frame = shadowRoot.querySelector('.frame');
      const css = shadowRoot.adoptedStyleSheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join('\n'));
      return { chart: describe(frame), css, nodes: frame.querySelectorAll('*').length, all: shadowRoot.querySelectorAll('*').length };
    },
    prepare(described) {
      chart = described.chart;
      sheets = described.css.map(text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      });
    },
    clear() {
      drawn?.remove();
      drawn = undefined;
    },
    draw: {
      floor() {
        const host = document.createElement('div');
        const root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = sheets;
        const section = document.createElement('section');
        section.append(make(chart));
        root.append(section);
        return show(host);
      },
      widget() {
        const host = document.createElement('attune-trust-trend');
        host.audience = 'clinician';
        host.records = records;
        return show(host);
      },
    },
  };
})();
