import type { Translation } from '../src/core/instrument/translation.ts';

export function readTranslations(root: string): Record<string, Record<string, Translation>>;
export function translationModule(translations: readonly Translation[], from: string): string;
