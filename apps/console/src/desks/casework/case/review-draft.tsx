import { createContext, useContext, type ReactNode } from 'react';
import { useDraft } from '../../../app/session/use-draft.ts';
import type { Mark } from '../api.ts';

export interface PlacedMark extends Mark {
  /** Words for where it stands. */
  readonly place: string;
}

export interface Exclusion {
  readonly lineId: string;
  readonly reasonCode: string;
  readonly clause?: string;
}

/** What the reviewer has written so far; nobody sees it before it is sent. */
export interface Draft {
  readonly marks: readonly PlacedMark[];
  readonly exclusions: readonly Exclusion[];
  readonly reasonCode?: string;
  readonly comment: string;
}

const EMPTY: Draft = { marks: [], exclusions: [], comment: '' };

export interface ReviewDraft {
  readonly draft: Draft;
  /** False where nothing can be returned or left out: no comment is asked for. */
  readonly mayMark: boolean;
  readonly mayExclude: boolean;
  readonly change: (changes: Partial<Draft>) => void;
  readonly forget: () => void;
}

const Context = createContext<ReviewDraft | undefined>(undefined);

interface ReviewDraftProviderProps {
  readonly taskId: string;
  readonly mayMark: boolean;
  readonly mayExclude: boolean;
  readonly children: ReactNode;
}

/** Keeps the reviewer's comments while they look around, sign in again, or reload. */
export function ReviewDraftProvider({ taskId, mayMark, mayExclude, children }: ReviewDraftProviderProps) {
  const [draft, set, forget] = useDraft<Draft>(`review/${taskId}`, EMPTY);
  return <Context value={{ draft, mayMark, mayExclude, change: (changes) => set({ ...draft, ...changes }), forget }}>{children}</Context>;
}

export function useReviewDraft(): ReviewDraft {
  const context = useContext(Context);
  if (!context) throw new Error('useReviewDraft() stands below ReviewDraftProvider');
  return context;
}
