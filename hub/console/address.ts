/** Which page the address names; every page and every search has an address of its own. */
import { useEffect, useState } from 'react';
import { CaseState } from '#contract/hub-api.ts';

export type Page =
  | { readonly kind: 'list'; readonly search: string; readonly state: CaseState | null }
  | { readonly kind: 'case'; readonly caseNumber: string }
  | { readonly kind: 'kiosks' }
  | { readonly kind: 'owed' }
  | { readonly kind: 'promises' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'nowhere' };

export const KIOSKS_ADDRESS = '/kiosks';
export const OWED_ADDRESS = '/owed';
export const PROMISES_ADDRESS = '/promises';
export const VERIFY_ADDRESS = '/verify';

function readAddress(url: URL): Page {
  if (url.pathname === '/') {
    const state = CaseState.safeParse(url.searchParams.get('state'));
    return { kind: 'list', search: url.searchParams.get('search') ?? '', state: state.data ?? null };
  }
  if (url.pathname === KIOSKS_ADDRESS) return { kind: 'kiosks' };
  if (url.pathname === VERIFY_ADDRESS) return { kind: 'verify' };
  if (url.pathname === OWED_ADDRESS) return { kind: 'owed' };
  if (url.pathname === PROMISES_ADDRESS) return { kind: 'promises' };
  const [, caseNumber] = /^\/cases\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  return caseNumber === undefined ? { kind: 'nowhere' } : { kind: 'case', caseNumber: decodeURIComponent(caseNumber) };
}

export function listAddress(search: string, state: CaseState | null): string {
  const query = new URLSearchParams({ ...(search === '' ? {} : { search }), ...(state === null ? {} : { state }) });
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}

export function caseAddress(caseNumber: string): string {
  return `/cases/${encodeURIComponent(caseNumber)}`;
}

/** Says to `usePage` that the address changed by our own hand; the browser itself tells only of back and forward. */
const CHANGED = 'yeban:address';

export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  window.dispatchEvent(new Event(CHANGED));
}

export function usePage(): Page {
  const [page, setPage] = useState(() => readAddress(new URL(location.href)));
  useEffect(() => {
    const follow = (): void => setPage(readAddress(new URL(location.href)));
    window.addEventListener('popstate', follow);
    window.addEventListener(CHANGED, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(CHANGED, follow);
    };
  }, []);
  return page;
}
