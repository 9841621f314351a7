import { shareMarkup } from '../ui/text/markup-support.ts';

// Forms with markup load the sanitiser when they are shown, and other pages never do.
shareMarkup({ load: async () => (await import('../markup/safe-nodes.ts')).safeNodes });
