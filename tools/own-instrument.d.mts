import type { Plugin } from 'vite';
export function ownInstrument(entry: string): Plugin;
