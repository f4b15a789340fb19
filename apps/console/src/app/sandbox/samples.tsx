import { syntheticIdentityNumber } from '#libs/policy';
import { useState } from 'react';
import { useWords } from '../i18n/define-words.ts';
import material from './sample-material.pdf?url';
import { sandboxWords } from './words.ts';

/** An identity number of region 100000, which is given to nobody. */
function madeUpNumber(): string {
  const year = 1965 + Math.floor(Math.random() * 25);
  return syntheticIdentityNumber({ region: '100000', birthDate: `${year}-06-15`, sequence: Math.floor(Math.random() * 1000) });
}

/** What a filing asks for and a visitor does not have at hand. */
export function Samples() {
  const words = useWords(sandboxWords);
  const [number] = useState(madeUpNumber);
  return (
    <section aria-labelledby="sandbox-samples">
      <h3 id="sandbox-samples">{words.samples}</h3>
      <p className="kbt-tags">
        <a href="/v1/sandbox/roster?people=5" download>
          {words.sampleRoster}
        </a>
        <a href={material} download="sample.pdf">
          {words.sampleMaterial}
        </a>
        <span>
          {words.sampleNumber} <code>{number}</code>
        </span>
      </p>
    </section>
  );
}
