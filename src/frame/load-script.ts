interface Policy {
  createScriptURL(url: string): string;
}

/** How long a form waits for a script, in milliseconds. */
const LONGEST = 15_000;

let policy: Policy | undefined;

/** The address of a script beside the page. `path` is a path of ours. */
function addressOf(path: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  policy ??= trustedTypes?.createPolicy('attune-frame', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
  return policy.createScriptURL(path);
}

/**
 * Loads a script that is beside the page. It resolves when the script has run, has failed or takes too long: a form without it is better than
 * no form. A plain script and no module: a sandboxed frame has no origin, and the server would have to allow modules to every origin.
 */
export const loadScript = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = addressOf(path);
    script.onload = () => resolve();
    setTimeout(resolve, LONGEST);
    script.onerror = () => {
      script.remove();
      resolve();
    };
    document.head.append(script);
  });
