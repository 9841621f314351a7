import type { Plugin } from 'vite';
export function withoutLeftOut(code: string, id: string, options?: { hasDirectives?: boolean; isMinified?: boolean }): string | undefined;
export function litLeftOut(options: { hasDirectives: boolean }): Plugin;
