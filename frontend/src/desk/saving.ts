import type { Session } from './session';

/** Saves after all that was saved before; resolves to why it was refused, null if it was not. */
export function saving(
  { turns }: Session,
  work: (onRefused: (message: string) => void) => Promise<void>,
): Promise<string | null> {
  return new Promise((resolve) => {
    turns.add(async () => {
      let refused: string | null = null;
      try {
        await work((message) => {
          refused = message;
        });
      } finally {
        resolve(refused);
      }
    });
  });
}
