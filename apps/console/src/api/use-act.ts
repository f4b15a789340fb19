import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A write. One key for one intention: a second click, or a retry after a lost answer, repeats the same request and does nothing twice.
 * A new key is made once the server has answered with success, and for other input.
 * @param send makes the request with the headers it is given.
 */
export function useAct<Input, Output>(
  send: (input: Input, headers: { readonly 'idempotency-key': string }) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): UseMutationResult<Output, Error, Input> {
  const intention = useRef<{ input: string; key: string }>(undefined);
  return useMutation({
    networkMode: 'always', // without a network it fails and says so, instead of waiting in silence
    mutationFn: (input: Input) => {
      const text = JSON.stringify(input) ?? '';
      if (intention.current?.input !== text) intention.current = { input: text, key: crypto.randomUUID() };
      return send(input, { 'idempotency-key': intention.current.key });
    },
    onSuccess: (output, input) => {
      intention.current = undefined;
      onDone?.(output, input);
    },
  });
}
