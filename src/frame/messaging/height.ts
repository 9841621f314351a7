/** A height that was measured. */
export interface Measured {
  /** In CSS pixels, of the content. */
  height: number;
  /** In CSS pixels, of the page. */
  width: number;
  /** In milliseconds, from any moment. */
  at: number;
}

/** How long a height is remembered, in milliseconds. A person who turns a phone back takes longer. */
const MEMORY = 1_000;

/**
 * Decides which heights the host is told. A host that sets the height of its frame can so change the width of the page: a scrollbar
 * comes or goes, and the content is laid out in another way, with another height. Without this, the two could go on forever. A smaller
 * height that was told at the same width a moment ago is not told again, so the larger one stays.
 */
export class HeightReports {
  #told: Measured[] = [];

  /** The height to tell, in whole pixels, or undefined. */
  report({ height, width, at }: Measured): number | undefined {
    const whole = Math.ceil(height);
    const last = this.#told.at(-1);
    if (whole === last?.height) return undefined;
    this.#told = this.#told.filter((one) => one === last || at - one.at < MEMORY);
    const isRepeated = this.#told.some((one) => one !== last && one.height === whole && one.width === width);
    if (isRepeated && last && last.width !== width && whole < last.height) return undefined;
    this.#told.push({ height: whole, width, at });
    return whole;
  }
}
