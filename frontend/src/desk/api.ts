import type { Changed, DeskState, Operation, Refusal, Report } from './wire';

const STORE = 'dateline-desk';

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
   * Makes one change. A lost connection is tried again with the same id, which the server knows: nothing is changed
   * twice.
   *
   * @param on the report or file that it is made on
   */
  async change(on: Readonly<Record<string, unknown>>, operation: Operation): Promise<Changed> {
    const body = { id: crypto.randomUUID(), ...on, ...operation };
    return this.again('/api/ops', body);
  }

  /** Takes the last change back, or makes it again. */
  async undo(which: 'undo' | 'redo'): Promise<Changed> {
    return this.again(`/api/${which}`, { id: crypto.randomUUID(), over: false });
  }

  private async again(path: string, body: unknown): Promise<Changed> {
    try {
      return await this.post<Changed>(path, body);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await new Promise((wait) => setTimeout(wait, 1000));
      return this.post<Changed>(path, body);
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
    const answer = (await response.json().catch(() => ({}))) as T & Partial<Refusal>;
    if (!response.ok) {
      const { error = 'internal', message = String(response.status) } = answer;
      throw new Refused(response.status, { ...answer, error, message });
    }
    return answer;
  }
}
