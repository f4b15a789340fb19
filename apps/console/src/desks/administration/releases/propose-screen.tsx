import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Page } from '../../../components/page.tsx';
import { TabPanels } from '../../../components/tab-panels.tsx';
import { OverlayForm } from './overlay-form.tsx';
import { PackForm } from './pack-form.tsx';
import { releaseWords } from './words.ts';

/** 提出发布: values the county sets itself, or a whole pack by its files. */
export function ProposeScreen() {
  const words = useWords(releaseWords);
  const [search] = useSearchParams();
  const [kind, setKind] = useState('overlay');
  return (
    <Page title={words.propose} lead={words.lead}>
      <TabPanels
        label={words.kind}
        active={kind}
        onChange={setKind}
        panels={[
          { key: 'overlay', label: words.overlay, content: <OverlayForm policy={search.get('policy')} path={search.get('path')} /> },
          { key: 'files', label: words.files, content: <PackForm /> },
        ]}
      />
    </Page>
  );
}
