import { fail } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request }) => {
    const body = await request.formData();
    const answer = await fetch(`http://${request.headers.get('host')}/api/intake`, { method: 'POST', body });
    return answer.ok ? { status: 'kept' } : fail(503, { status: 'failed' });
  },
};
