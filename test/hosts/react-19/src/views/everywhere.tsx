import { AttuneBoundaryCard } from 'attune-elements/react';
import { useState, type ComponentType } from 'react';
import { atFirst, hear, later } from '../given/everywhere';

/** The tag itself, with any attribute. */
const Tag = 'attune-boundary-card' as unknown as ComponentType<Record<string, unknown>>;
const told = { topics: 'cost', who: 'Your therapist', when: 'soon', kept: 'in your clinic file' };

export default function Everywhere() {
  const [given, setGiven] = useState(atFirst);
  const [isShown, setShown] = useState(true);
  const { name, headingLevel, quickHide, lastQuestions, strings, price } = given;
  const fee = <span slot="topic-cost">A session is £{price}</span>;
  return (
    <>
      <button id="change" onClick={() => setGiven(later)}>
        Change
      </button>
      <button id="toggle" onClick={() => setShown(!isShown)}>
        Toggle
      </button>
      {isShown && (
        <Tag
          {...told}
          id="tag"
          name={name}
          heading-level={headingLevel}
          quick-hide={quickHide}
          lastQuestions={lastQuestions}
          strings={strings}
          onInput={hear}
          onattune-answer={hear}
        >
          {fee}
        </Tag>
      )}
      {isShown && (
        <AttuneBoundaryCard
          {...told}
          id="component"
          name={name}
          headingLevel={headingLevel}
          quickHide={quickHide}
          lastQuestions={lastQuestions}
          strings={strings}
          onInput={hear}
          onAttuneAnswer={hear}
        >
          {fee}
        </AttuneBoundaryCard>
      )}
    </>
  );
}
