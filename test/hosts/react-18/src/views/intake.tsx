import { AttuneTrustQuestionnaire } from 'attune-elements/react';
import { useState, type FormEvent } from 'react';

export default function Intake() {
  const [status, setStatus] = useState('');
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const answer = await fetch('/api/intake', { method: 'POST', body: new FormData(form) });
    setStatus(answer.ok ? 'kept' : 'failed');
    if (answer.ok) form.reset();
  };
  return (
    <>
      <form onSubmit={(event) => void send(event)}>
        <input name="room" aria-label="Room" />
        <AttuneTrustQuestionnaire
          name="trust"
          variant="intake"
          layout="list"
          required
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
