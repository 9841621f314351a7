import type { Overlay } from '../../core/instrument/overlay.ts';
import { overlayOf, type Translation } from '../../core/instrument/translation.ts';
import { widerTag } from '../../core/plain-data/wider-tag.ts';

/** The translations that a form has in itself, by language; for `de-AT` also the one for `de`. */
export function overlaysOf(translations: readonly Translation[]): (language: string) => Overlay | undefined {
  const overlays = new Map(translations.map((one) => [one.language.toLowerCase(), overlayOf(one)]));
  return (language) => {
    for (let tag = language.toLowerCase(); tag; tag = widerTag(tag)) {
      const found = overlays.get(tag);
      if (found) return found;
    }
    return undefined;
  };
}
