import { safeNodes } from '../markup/safe-nodes.ts';
import { shareMarkup } from '../ui/text/markup-support.ts';

shareMarkup({ toNodes: safeNodes });
