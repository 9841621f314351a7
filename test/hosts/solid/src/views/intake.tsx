import 'attune-elements/define/trust-questionnaire';
import 'attune-elements/solid';
import { createSignal } from 'solid-js';

export default function Intake() {
  const [status, setStatus] = createSignal('');
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
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
        <attune-trust-questionnaire
          name="trust"
          variant="intake"
          layout="list"
          bool:required={true}
          who="Your therapist"
          when="before your first session"
          kept="in your clinic file"
        >
          <span slot="crisis">Call 112</span>
        </attune-trust-questionnaire>
        <button>Send</button>
      </form>
      <p id="status">{status()}</p>
    </>
  );
}
