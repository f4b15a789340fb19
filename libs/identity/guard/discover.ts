const DISCOVERY_TIMEOUT_MS = 3000;

export interface IssuerAddresses {
  readonly authorization: URL;
  readonly token: URL;
  readonly keys: URL;
}

/** OpenID Connect Discovery 1.0 section 4: where the issuer signs people in and publishes its keys. The document must name the issuer we configured. */
export async function discover(issuer: string): Promise<IssuerAddresses> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS), redirect: 'error' });
  const { issuer: named, ...document } = (await response.json()) as Record<string, unknown>;
  const at = (name: string): URL => {
    const value = document[name];
    if (named !== issuer || typeof value !== 'string') throw new Error(`${address} does not describe ${issuer}`);
    return new URL(value);
  };
  return { authorization: at('authorization_endpoint'), token: at('token_endpoint'), keys: at('jwks_uri') };
}
