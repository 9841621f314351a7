import { createElement as h, useState, useSyncExternalStore, type CSSProperties, type ReactElement } from 'react';
import type { API } from 'storybook/manager-api';
import { useTheme } from 'storybook/theming';
import { NOTE, RESET, type Note } from './channel.ts';

let notes: readonly Note[] = [];
const listeners = new Set<() => void>();
const setNotes = (next: readonly Note[]): void => {
  notes = next;
  for (const listener of listeners) listener();
};

/** Collects notes from the start, even while another panel is open. */
export function collectIn(api: API): void {
  api.on(RESET, () => setNotes([]));
  api.on(NOTE, (note: Note) => setNotes([...notes, note]));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const bytes = (json: string): string => `${new TextEncoder().encode(json).length.toLocaleString('en')} bytes`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

interface Colours {
  ink: string;
  muted: string;
  line: string;
  ground: string;
  good: string;
  bad: string;
  tint: string;
  code: string;
}

function useColours(): Colours {
  const { base } = useTheme();
  return base === 'dark'
    ? { ink: '#e8eeec', muted: '#aebbbc', line: '#3a464a', ground: '#172024', good: '#a9cc95', bad: '#f2a98a', tint: '#203a41', code: '#0f1619' }
    : { ink: '#1e2a2e', muted: '#4f5d61', line: '#dde2e0', ground: '#fff', good: '#476639', bad: '#9a3412', tint: '#e4f0f1', code: '#f6f8f7' };
}

function Figure({ count, label, calm, colours }: { count: number; label: string; calm: boolean; colours: Colours }): ReactElement {
  const style: CSSProperties = {
    flex: '1 1 9em',
    padding: '12px 16px',
    border: `1px solid ${colours.line}`,
    borderRadius: 12,
    background: colours.ground,
  };
  return h(
    'div',
    { style },
    h('div', { style: { fontSize: 26, fontWeight: 600, lineHeight: 1.2, color: calm ? colours.good : colours.ink } }, count),
    h('div', { style: { color: colours.muted } }, label),
  );
}

function CopyButton({ text, colours }: { text: string; colours: Colours }): ReactElement {
  const [copied, setCopied] = useState(false);
  const onClick = (): void => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    });
  };
  const style: CSSProperties = {
    font: 'inherit',
    color: colours.ink,
    background: colours.ground,
    border: `1px solid ${colours.line}`,
    borderRadius: 6,
    padding: '2px 10px',
    cursor: 'pointer',
  };
  return h('button', { type: 'button', onClick, style }, copied ? 'Copied' : 'Copy');
}

function Badge({ text, colour }: { text: string; colour: string }): ReactElement {
  const style: CSSProperties = { color: colour, border: `1px solid ${colour}`, borderRadius: 99, padding: '0 8px', fontSize: 12 };
  return h('span', { style }, text);
}

function Line({ note, colours }: { note: Note; colours: Colours }): ReactElement {
  const { kind, what, where, at, json, answers } = note;
  const isBad = kind === 'request' || kind === 'storage';
  const heading = [
    h('span', { key: 'at', style: { color: colours.muted, fontVariantNumeric: 'tabular-nums', minWidth: '4em' } }, seconds(at)),
    h('strong', { key: 'what', style: { color: isBad ? colours.bad : colours.ink } }, what),
    h('span', { key: 'where', style: { color: colours.muted, overflowWrap: 'anywhere' } }, where),
    answers
      ? h(Badge, { key: 'b', text: 'contains answers', colour: colours.bad })
      : isBad
        ? h(Badge, { key: 'b', text: kind === 'request' ? 'left this page' : 'was stored', colour: colours.bad })
        : h(Badge, { key: 'b', text: json ? 'contains no answer' : 'contains no data', colour: colours.good }),
    json ? h('span', { key: 'size', style: { color: colours.muted, marginInlineStart: 'auto' } }, bytes(json)) : null,
  ];
  const row: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'baseline', padding: '8px 0' };
  const frame: CSSProperties = { borderTop: `1px solid ${colours.line}` };
  if (!json) return h('li', { style: { ...frame, ...row, paddingInlineStart: 17 } }, heading);
  const code: CSSProperties = {
    margin: '0 0 12px',
    padding: 12,
    borderRadius: 8,
    background: colours.code,
    color: colours.ink,
    overflow: 'auto',
    maxHeight: 420,
    fontSize: 12,
    lineHeight: 1.5,
  };
  return h(
    'li',
    { style: frame },
    h(
      'details',
      { open: answers },
      h('summary', { style: { cursor: 'pointer' } }, h('span', { style: { ...row, display: 'inline-flex', width: 'calc(100% - 1.5em)' } }, heading)),
      h(
        'div',
        { style: { position: 'relative' } },
        h('div', { style: { position: 'absolute', insetInlineEnd: 8, insetBlockStart: 8 } }, h(CopyButton, { text: json, colours })),
        h('pre', { style: code, tabIndex: 0 }, json),
      ),
    ),
  );
}

/** Every event that a page can receive, with its exact JSON, and every request and storage access since the story started. */
export function WhatLeavesPanel({ active }: { active?: boolean }): ReactElement | null {
  const all = useSyncExternalStore(subscribe, () => notes);
  const colours = useColours();
  if (!active) return null;
  const of = (kind: Note['kind']): Note[] => all.filter((note) => note.kind === kind);
  const shown = all.filter(({ kind }) => kind !== 'own');
  const [requests, storage, own] = [of('request').length, of('storage').length, of('own').length];
  const events = of('event').length + of('form').length;
  const records = all.filter(({ answers }) => answers).length;
  const wrap: CSSProperties = { padding: 16, color: colours.ink, fontSize: 14, lineHeight: 1.45, fontFamily: 'system-ui, sans-serif' };
  return h(
    'div',
    { style: wrap },
    h(
      'div',
      { style: { display: 'flex', flexWrap: 'wrap', gap: 8 } },
      h(Figure, { count: requests, label: 'requests', calm: !requests, colours }),
      h(Figure, { count: storage, label: 'things stored', calm: !storage, colours }),
      h(Figure, { count: events, label: 'events and form submissions', calm: false, colours }),
      h(Figure, { count: records, label: 'of them with answers', calm: !records, colours }),
    ),
    h(
      'p',
      { style: { color: colours.muted, margin: '12px 0' } },
      'Since this story was rendered. The widget gives events to its page. It sends nothing, and stores nothing except a journal if the person chose that. ',
      own ? `${own} files of Storybook itself were loaded and are not counted.` : null,
    ),
    shown.length
      ? h('ol', { reversed: true, style: { listStyle: 'none', margin: 0, padding: 0 } }, [...shown].reverse().map((note, i) => h(Line, { key: shown.length - i, note, colours })))
      : h('p', { style: { borderTop: `1px solid ${colours.line}`, paddingTop: 12 } }, 'Nothing yet. Answer a question, then send.'),
  );
}
