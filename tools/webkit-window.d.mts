export interface WebKitPrograms {
  driver: string;
  xvfb: string;
  browser: string;
}

export interface WebKitPage {
  keyboard: { type(text: string): Promise<void> };
  mouse: { click(x: number, y: number): Promise<void> };
  goto(url: string): Promise<void>;
  goBack(): Promise<void>;
  reload(): Promise<void>;
  /** Runs the body of a function in the page, and returns what it returns. */
  evaluate(script: string): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
}

export interface WebKitWindow {
  page: WebKitPage;
  close(): Promise<void>;
}

export declare const openWebKit: (programs: WebKitPrograms, more?: readonly string[]) => Promise<WebKitWindow>;
