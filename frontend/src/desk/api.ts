import type { Changed, DeskState, Operation, Refusal, Report } from './wire';

const STORE = 'dateline-desk';

/** How long to wait before a change is sent again, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/** An answer that says why something cannot be done. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message);
  }
}

/** No answer came: the desk has stopped, or the connection broke. */
export class Unreachable extends Error {}

/** Takes the token out of the start link, and keeps it as long as the tab; null if there is none. */
export function takeToken(): string | null {
  const given = /(?:^#|&)token=([\w-]+)/.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(STORE, given);
    history.replaceState(null, '', location.pathname);
  }
  return given ?? sessionStorage.getItem(STORE);
}

/** Asks the desk's server; each call throws Refused or Unreachable. */
export class Api {
  /** Called when a change has to wait because no answer comes. */
  onWaiting: () => void = () => undefined;

  constructor(private readonly token: string) {}

  get<T>(path: string): Promise<T> {
    return this.ask<T>(path, {});
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  desk(): Promise<DeskState> {
    return this.get('/api/desk');
  }

  report(id: string): Promise<Report> {
    return this.get(`/api/reports/${encodeURIComponent(id)}`);
  }

  /**
   * Makes one change. Without an answer it is sent until there is one, with the same id, which the server knows:
   * nothing is lost, and nothing is changed twice.
   *
   * @param on the report or file that it is made on
   */
  async change(on: Readonly<Record<string, unknown>>, operation: Operation): Promise<Changed> {
    const body = { id: crypto.randomUUID(), ...on, ...operation };
    return this.again('/api/ops', body);
  }

  /**
   * Takes the last change back, or makes it again.
   *
   * @param keep whose lines stay where another hand has changed the same; without it, that is refused
   */
  async undo(which: 'undo' | 'redo', keep?: 'mine' | 'theirs'): Promise<Changed> {
    return this.again(`/api/${which}`, { id: crypto.randomUUID(), ...(keep && { keep }) });
  }

  private async again(path: string, body: unknown): Promise<Changed> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        return await this.post<Changed>(path, body);
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        this.onWaiting();
        await new Promise((again) => setTimeout(again, wait));
      }
    }
  }

  private async ask<T>(path: string, request: RequestInit): Promise<T> {
    let response: Response;
    try {
      response = await fetch(path, {
        ...request,
        headers: { ...request.headers, 'Dateline-Token': this.token },
      });
    } catch {
      throw new Unreachable();
    }
    const answer = (await response.json().catch(() => null)) as (T & Partial<Refusal>) | null;
    if (!response.ok) {
      const { error = 'internal', message = String(response.status) } = answer ?? {};
      throw new Refused(response.status, { ...answer, error, message });
    }
    // Cut off in the middle.
    if (answer === null) throw new Unreachable();
    return answer;
  }
}
