import { config } from '#libs/platform';

/** The issuer's address when it is served by ourselves; undefined when another OpenID provider is configured. */
export function embeddedIssuer(): URL | undefined {
  const issuer = new URL(config.oidcIssuer());
  return issuer.origin === new URL(config.publicUrl()).origin ? issuer : undefined;
}
