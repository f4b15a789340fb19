import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'working' | 'good' | 'attention' | 'bad';

const colors: Readonly<Record<Tone, string>> = {
  neutral: 'default',
  working: 'processing',
  good: 'success',
  attention: 'warning',
  bad: 'error',
};

/** A status in words; the color only repeats what they say. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Tag color={colors[tone]} className="kbt-status">
      {children}
    </Tag>
  );
}
