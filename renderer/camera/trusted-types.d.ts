/** The part of Trusted Types (W3C) that naming a worker's address needs. */
declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
};
