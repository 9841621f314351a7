// #region form-action
import { AttuneTrustQuestionnaire } from 'attune-elements/react';
import { useActionState } from 'react';

type Status = '' | 'kept' | 'failed';

const send = async (_before: Status, body: FormData): Promise<Status> => {
  const answer = await fetch('/api/intake', { method: 'POST', body });
  return answer.ok ? 'kept' : 'failed';
};

export default function Intake() {
  const [status, action] = useActionState(send, '');
  return (
    <>
      <form action={action}>
        <input name="room" aria-label="Room" />
        {/* React resets the form after each action. */}
        <AttuneTrustQuestionnaire
          name="trust"
          variant="intake"
          layout="list"
          required
          keepOnReset={status === 'failed'}
          who="Your therapist"
          when="before your first session"
          kept="in your clinic file"
        >
          <span slot="crisis">Call 112</span>
        </AttuneTrustQuestionnaire>
        <button>Send</button>
      </form>
      <p id="status">{status}</p>
    </>
  );
}
// #endregion
