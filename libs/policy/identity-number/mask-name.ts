/** A person's name as lists show it: its first character, whatever plane it is of; of no name nothing but the mask. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}
